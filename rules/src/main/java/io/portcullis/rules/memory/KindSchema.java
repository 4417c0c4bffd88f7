package io.portcullis.rules.memory;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is remembered of the entities of one kind: a slot for everything that rules ask them. */
final class KindSchema {

    /** How long an entity is remembered for its age, its standing, and when something last happened: milliseconds. */
    static final long REMEMBERED = 30L * 86_400_000;

    /** The same for the pace and the run of what it is doing now. */
    static final long RECENT = 3_600_000;

    /** Words of a region that holds one value. */
    private static final int ROOM_OF_A_SLOT = 3;

    private static final int NONE = -1;

    private final List<SlotSpec> specs;
    /** By slot, that of the same question about inferred events; -1 where there is none. */
    private final int[] inferred;
    /** How many slots come before those of inferred events. */
    private final int reported;

    private final Slot[] slots;
    private final Map<Question, Integer> answers = new HashMap<>();
    private final QuestionTable questions;
    private final long horizon;
    private final @Nullable Standing standing;
    private final Selection untallied;

    /** @param attributes of the producer that rules count */
    KindSchema(Collection<Question> questions, List<String> attributes) {
        this.specs = questions.stream()
                .filter(question -> question.function() != Question.Function.AGE)
                .map(SlotSpec::of)
                .flatMap(spec -> Stream.of(spec, spec.inferred()))
                .distinct()
                .sorted()
                .toList();
        this.inferred = specs.stream()
                .mapToInt(spec -> spec.inferred().equals(spec) ? NONE : specs.indexOf(spec.inferred()))
                .toArray();
        this.reported =
                (int) specs.stream().filter(spec -> !Inferred.is(spec.tally())).count();
        for (Question question : questions) {
            if (question.function() != Question.Function.AGE) {
                answers.put(question, specs.indexOf(SlotSpec.of(question)));
            }
        }
        this.slots = IntStream.range(0, specs.size())
                .mapToObj(slot -> specs.get(slot).slot(slot, attributes))
                .toArray(Slot[]::new);
        this.questions = new QuestionTable(answers);
        this.horizon = questions.stream().mapToLong(KindSchema::reach).max().orElse(0);
        this.standing = (Standing) Arrays.stream(slots)
                .filter(Standing.class::isInstance)
                .findAny()
                .orElse(null);
        this.untallied = tallied(Set.of(""));
    }

    /** The slots of those tallies; the standing is none of them, as decisions raise it, not activities. */
    Selection tallied(Set<String> tallies) {
        return new Selection(Arrays.stream(slots)
                .filter(slot -> !(slot instanceof Standing))
                .filter(slot -> tallies.contains(specs.get(slot.index).tally()))
                .toList());
    }

    private static long reach(Question question) {
        return switch (question.function()) {
            case COUNT, DISTINCT, SUM, RATE, IS_NEW, SWITCHES ->
                WindowLiteral.millis(question.window()).orElseThrow();
            case PEERS ->
                question.subject().isEmpty()
                        ? WindowLiteral.millis(question.window()).orElseThrow()
                        : REMEMBERED;
            case IRREGULARITY, RUN -> RECENT;
            case LISTED -> throw new IllegalArgumentException("lists are no memory");
            case SINCE, AGE, STANDING, USUAL, SPEED -> REMEMBERED;
        };
    }

    /** What each slot holds, by its index. */
    List<SlotSpec> specs() {
        return specs;
    }

    /** All of them, by their index. */
    Slot[] slots() {
        return slots;
    }

    /** The slot of the same question about inferred events; negative where there is none. */
    int inferred(int slot) {
        return inferred[slot];
    }

    /** How many slots come before those of inferred events, which few entities fill. */
    int reported() {
        return reported;
    }

    /** How many words an entity is likely to fill with its first activity or two, so that they need not move soon. */
    int room() {
        return reported / 4 + ROOM_OF_A_SLOT * untallied.size();
    }

    /** The slots that every activity counts in. */
    Selection untallied() {
        return untallied;
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
    Map<Question, Integer> answers() {
        return answers;
    }

    /** The same, on the hot path. */
    QuestionTable questions() {
        return questions;
    }

    /** Null when no rule asks for it. */
    @Nullable
    Standing standing() {
        return standing;
    }
}
