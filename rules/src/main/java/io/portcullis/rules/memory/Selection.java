package io.portcullis.rules.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Some slots of a kind. The shapes that most of them have are kept apart, so that the processor knows what comes next.
 * Immutable.
 */
final class Selection {

    private final Slot[] all;
    private final DistinctSet[] sets;
    private final Count[] counts;
    private final Slot[] others;
    private final BitSet indexes = new BitSet();

    Selection(List<Slot> slots) {
        this.all = slots.toArray(Slot[]::new);
        this.sets = only(DistinctSet.class).toArray(DistinctSet[]::new);
        this.counts = only(Count.class).toArray(Count[]::new);
        this.others = slots.stream()
                .filter(slot -> !(slot instanceof DistinctSet) && !(slot instanceof Count))
                .toArray(Slot[]::new);
        slots.forEach(slot -> indexes.set(slot.index));
    }

    private <S extends Slot> List<S> only(Class<S> shape) {
        return Arrays.stream(all).filter(shape::isInstance).map(shape::cast).toList();
    }

    int size() {
        return all.length;
    }

    boolean contains(int index) {
        return indexes.get(index);
    }

    /** Remembers the latest activity in all of them. */
    void fold(Touch touch) {
        for (DistinctSet set : sets) {
            set.fold(touch);
        }
        for (Count count : counts) {
            count.fold(touch);
        }
        for (Slot other : others) {
            other.fold(touch);
        }
    }

    /** Remembers the latest activity in all of them but those. */
    void foldExcept(Selection folded, Touch touch) {
        for (Slot slot : all) {
            if (!folded.contains(slot.index)) {
                slot.fold(touch);
            }
        }
    }
}
