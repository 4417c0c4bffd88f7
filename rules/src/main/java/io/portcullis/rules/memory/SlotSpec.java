package io.portcullis.rules.memory;

import java.util.Comparator;

/**
 * What one slot of an entity's memory holds. Questions that need the same share it.
 *
 * @param subject of a distinct set and of switches the dimension, of a sum the field; else empty
 * @param tally which activities count; empty for all
 * @param width of the window, milliseconds; 0 where there is none
 */
record SlotSpec(Shape shape, String subject, String tally, long width) implements Comparable<SlotSpec> {

    private static final Comparator<SlotSpec> ORDER = Comparator.<SlotSpec>comparingInt(spec -> spec.tally.length())
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
        STANDING
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
            case AGE, LISTED -> throw new IllegalArgumentException(question.label() + " needs no slot");
        };
    }

    Slot newSlot() {
        return switch (shape) {
            case COUNT -> new Window(width, true);
            case SUM -> new Window(width, false);
            case DISTINCT -> new DistinctSet(width);
            case LAST -> new Last();
            case PACE -> new Pace();
            case RUN -> new Run();
            case SWITCHES -> new Switches(width);
            case TRAVEL -> new Travel();
            case STANDING -> new Standing();
        };
    }

    /** What counts most often comes first: every activity, then tallies with a short name, which tell little. */
    @Override
    public int compareTo(SlotSpec other) {
        return ORDER.compare(this, other);
    }
}
