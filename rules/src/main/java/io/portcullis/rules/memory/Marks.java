package io.portcullis.rules.memory;

/** Where an activity counts: of each kind of entity, the slots of the tallies that it falls under. Immutable. */
public final class Marks {

    private final Selection[] slots;

    Marks(Selection[] slots) {
        this.slots = slots;
    }

    /** @param kind the ordinal of the kind */
    Selection of(int kind) {
        return slots[kind];
    }
}
