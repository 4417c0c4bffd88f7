package io.portcullis.rules.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is remembered of the entities of one kind: a slot for everything that rules ask them. */
final class KindSchema {

    /** How long an entity is remembered for its age, its standing, and when something last happened: milliseconds. */
    static final long REMEMBERED = 30L * 86_400_000;

    /** The same for the pace and the run of what it is doing now. */
    static final long RECENT = 3_600_000;

    private final List<SlotSpec> specs;
    private final Map<Question, Integer> slots = new HashMap<>();
    private final long horizon;
    private final int standing;

    /** By slot, unpacked for the hot path. */
    final SlotSpec.Shape[] shapes;

    final int[] subjects;

    /** The slots that every activity counts in. */
    final int[] untallied;

    KindSchema(Collection<Question> questions) {
        this.specs = questions.stream()
                .filter(question -> question.function() != Question.Function.AGE)
                .map(SlotSpec::of)
                .distinct()
                .sorted()
                .toList();
        for (Question question : questions) {
            if (question.function() != Question.Function.AGE) {
                slots.put(question, specs.indexOf(SlotSpec.of(question)));
            }
        }
        this.horizon = questions.stream().mapToLong(KindSchema::reach).max().orElse(0);
        this.standing = specs.indexOf(new SlotSpec(SlotSpec.Shape.STANDING, "", "", 0));
        this.shapes = specs.stream().map(SlotSpec::shape).toArray(SlotSpec.Shape[]::new);
        this.untallied = tallied(Set.of(""));
        this.subjects = specs.stream().mapToInt(KindSchema::subject).toArray();
    }

    /** The slots of those tallies; the standing is none of them, as decisions raise it, not activities. */
    int[] tallied(Set<String> tallies) {
        return IntStream.range(0, specs.size())
                .filter(slot -> slot != standing)
                .filter(slot -> tallies.contains(specs.get(slot).tally()))
                .toArray();
    }

    private static long reach(Question question) {
        return switch (question.function()) {
            case COUNT, DISTINCT, SUM, RATE, IS_NEW, SWITCHES ->
                WindowLiteral.millis(question.window()).orElseThrow();
            case IRREGULARITY, RUN -> RECENT;
            case LISTED -> throw new IllegalArgumentException("lists are no memory");
            case SINCE, AGE, STANDING, USUAL, SPEED -> REMEMBERED;
        };
    }

    private static int subject(SlotSpec spec) {
        return switch (spec.shape()) {
            case DISTINCT, SWITCHES -> Dimension.index(spec.subject());
            case SUM -> SumField.ofLabel(spec.subject()).orElseThrow().ordinal();
            default -> -1;
        };
    }

    List<SlotSpec> specs() {
        return specs;
    }

    /** Whether any rule asks anything of this kind. */
    boolean isAsked() {
        return horizon > 0;
    }

    /** How long after its last activity an entity is remembered, milliseconds. */
    long horizon() {
        return horizon;
    }

    /** Every question of the rules with the slot that answers it. */
    Map<Question, Integer> slots() {
        return slots;
    }

    /** The slot of the standing; -1 when no rule asks for it. */
    int standing() {
        return standing;
    }
}
