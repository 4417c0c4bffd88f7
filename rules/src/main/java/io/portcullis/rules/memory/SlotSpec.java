package io.portcullis.rules.memory;

import java.util.Comparator;
import java.util.List;

/**
 * What one slot of an entity's memory holds. Questions that need the same share it.
 *
 * @param subject of a distinct set and of switches the dimension, of a sum the field, of peers their kind; else empty
 * @param tally which activities count; empty for all
 * @param width of the window, milliseconds; 0 where there is none
 */
record SlotSpec(Shape shape, String subject, String tally, long width) implements Comparable<SlotSpec> {

    private static final Comparator<SlotSpec> ORDER = Comparator.<SlotSpec, Boolean>comparing(
                    spec -> Inferred.is(spec.tally))
            .thenComparingInt(spec -> spec.tally.length())
            .thenComparing(SlotSpec::tally)
            .thenComparing(SlotSpec::shape)
            .thenComparing(SlotSpec::subject)
            .thenComparing(SlotSpec::width);

    enum Shape {
        COUNT,
        DISTINCT,
        SUM,
        LAST,
        PACE,
        RUN,
        SWITCHES,
        TRAVEL,
        STANDING,
        OWN_USE,
        PEERS
    }

    static SlotSpec of(Question question) {
        long width = WindowLiteral.millis(question.window()).orElse(0);
        return switch (question.function()) {
            case COUNT, RATE -> new SlotSpec(Shape.COUNT, "", question.tally(), width);
            case DISTINCT -> new SlotSpec(Shape.DISTINCT, question.subject(), question.tally(), width);
            case SUM -> new SlotSpec(Shape.SUM, question.subject(), question.tally(), width);
            case SINCE -> new SlotSpec(Shape.LAST, "", question.tally(), 0);
            case STANDING -> new SlotSpec(Shape.STANDING, "", "", 0);
            case IS_NEW -> new SlotSpec(Shape.DISTINCT, question.subject(), question.tally(), width);
            case SWITCHES -> new SlotSpec(Shape.SWITCHES, question.subject(), question.tally(), width);
            case USUAL -> new SlotSpec(Shape.COUNT, "", question.tally(), KindSchema.REMEMBERED);
            case IRREGULARITY -> new SlotSpec(Shape.PACE, "", question.tally(), 0);
            case RUN -> new SlotSpec(Shape.RUN, "", "", 0);
            case SPEED -> new SlotSpec(Shape.TRAVEL, "", question.tally(), 0);
            case PEERS ->
                new SlotSpec(
                        question.subject().isEmpty() ? Shape.OWN_USE : Shape.PEERS,
                        question.subject(),
                        question.tally(),
                        width);
            case AGE, LISTED -> throw new IllegalArgumentException(question.label() + " needs no slot");
        };
    }

    /** The same of inferred events; the spec itself where there is no such thing. */
    SlotSpec inferred() {
        boolean counted = shape != Shape.SUM && shape != Shape.TRAVEL && shape != Shape.OWN_USE && shape != Shape.PEERS;
        return counted && Inferred.isFor(tally) ? new SlotSpec(shape, subject, Inferred.of(tally), width) : this;
    }

    /**
     * @param index of the slot among those of its kind
     * @param attributes of the producer that rules count
     */
    Slot slot(int index, List<String> attributes) {
        return switch (shape) {
            case COUNT -> new Count(index, width);
            case SUM -> new Sum(index, SumField.ofLabel(subject).orElseThrow().ordinal(), width);
            case DISTINCT -> new DistinctSet(index, Dimension.index(subject, attributes), width);
            case LAST -> new Last(index);
            case PACE -> new Pace(index);
            case RUN -> new Run(index);
            case SWITCHES -> new Switches(index, Dimension.index(subject, attributes), width);
            case TRAVEL -> new Travel(index);
            case STANDING -> new Standing(index);
            case OWN_USE -> new OwnUse(index, width);
            case PEERS -> new Peers(index, Dimension.index(subject, attributes), width);
        };
    }

    /**
     * What counts most often comes first: every activity, then tallies with a short name, which tell little. Inferred
     * events come last.
     */
    @Override
    public int compareTo(SlotSpec other) {
        return ORDER.compare(this, other);
    }
}
