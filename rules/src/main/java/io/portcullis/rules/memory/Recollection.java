package io.portcullis.rules.memory;

import io.portcullis.rules.memory.Question.Function;
import io.portcullis.rules.vocabulary.Recall;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions for one kind of entity of the latest activity. */
public final class Recollection implements Recall {

    /** The answer to {@code since} for what never happened, seconds: longer ago than any rule can mean. */
    public static final long NEVER = Long.MAX_VALUE / 1000;

    private final Supplier<@Nullable EntityMemory> entity;
    private final Supplier<@Nullable String> id;
    private final IntPredicate counts;
    private final QuestionTable questions;

    /** @param counts whether the latest activity counts in a slot */
    Recollection(
            KindSchema schema,
            Supplier<@Nullable EntityMemory> entity,
            Supplier<@Nullable String> id,
            IntPredicate counts) {
        this.entity = entity;
        this.id = id;
        this.counts = counts;
        this.questions = new QuestionTable(schema);
    }

    /** For entities of which nothing is remembered but who they are. */
    public static Recollection ofNothing(Supplier<@Nullable String> id) {
        return new Recollection(new KindSchema(List.of()), () -> null, id, slot -> false);
    }

    @Override
    public long count(String tally, String window) {
        return count(questions.slot(Function.COUNT, "", tally, window));
    }

    @Override
    public long count(int slot) {
        EntityMemory memory = entity.get();
        return memory != null && memory.slot(slot) instanceof Window kept ? kept.total(memory.lastSeen()) : 0;
    }

    @Override
    public long distinct(String dimension, String tally, String window) {
        return distinct(questions.slot(Function.DISTINCT, dimension, tally, window));
    }

    @Override
    public long distinct(int slot) {
        EntityMemory memory = entity.get();
        return memory != null && memory.slot(slot) instanceof DistinctSet kept ? kept.size(memory.lastSeen()) : 0;
    }

    @Override
    public double sum(String field, String tally, String window) {
        EntityMemory memory = entity.get();
        return memory != null && slot(memory, Function.SUM, field, tally, window) instanceof Window kept
                ? (double) kept.total(memory.lastSeen())
                        / SumField.ofLabel(field).orElseThrow().scale()
                : 0;
    }

    @Override
    public double rate(String tally, String window) {
        double minutes = WindowLiteral.millis(window).orElseThrow() / 60_000.0;
        return count(tally, window) / minutes;
    }

    @Override
    public long since(String tally) {
        return since(questions.slot(Function.SINCE, "", tally, ""));
    }

    @Override
    public long since(int slot) {
        EntityMemory memory = entity.get();
        if (memory == null || !(memory.slot(slot) instanceof Last last)) {
            return NEVER;
        }
        // 0 is this activity's alone, however late it comes and however soon after another.
        return counts.test(slot) ? 0 : Math.max(1, (memory.lastSeen() - last.time()) / 1000);
    }

    @Override
    public long age() {
        EntityMemory memory = entity.get();
        return memory == null ? 0 : (memory.lastSeen() - memory.firstSeen()) / 1000;
    }

    @Override
    public double standing() {
        EntityMemory memory = entity.get();
        return memory != null && slot(memory, Function.STANDING, "", "", "") instanceof Standing standing
                ? standing.risk(memory.lastSeen())
                : 0;
    }

    @Override
    public boolean isNew(String dimension, String tally, String window) {
        return isNew(questions.slot(Function.IS_NEW, dimension, tally, window));
    }

    @Override
    public boolean isNew(int slot) {
        EntityMemory memory = entity.get();
        return memory != null && counts.test(slot) && memory.slot(slot) instanceof DistinctSet kept && kept.isNovel();
    }

    @Override
    public long switches(String dimension, String tally, String window) {
        EntityMemory memory = entity.get();
        return memory != null && slot(memory, Function.SWITCHES, dimension, tally, window) instanceof Switches kept
                ? kept.count(memory.lastSeen())
                : 0;
    }

    @Override
    public double usual(String tally, String window) {
        EntityMemory memory = entity.get();
        if (memory == null || !(slot(memory, Function.USUAL, "", tally, window) instanceof Window kept)) {
            return 0;
        }
        long width = WindowLiteral.millis(window).orElseThrow();
        long known = Math.min(KindSchema.REMEMBERED, memory.lastSeen() - memory.firstSeen());
        return (double) kept.total(memory.lastSeen()) * width / Math.max(width, known);
    }

    @Override
    public double irregularity(String tally) {
        EntityMemory memory = entity.get();
        return memory != null && slot(memory, Function.IRREGULARITY, "", tally, "") instanceof Pace pace
                ? pace.irregularity()
                : 1;
    }

    @Override
    public long run() {
        EntityMemory memory = entity.get();
        return memory != null && slot(memory, Function.RUN, "", "", "") instanceof Run run ? run.length() : 0;
    }

    @Override
    public double speed(String tally) {
        EntityMemory memory = entity.get();
        if (memory == null) {
            return 0;
        }
        int slot = questions.slot(Function.SPEED, "", tally, "");
        return counts.test(slot) && memory.slot(slot) instanceof Travel travel ? travel.speed() : 0;
    }

    @Override
    public @Nullable String id() {
        return id.get();
    }

    private @Nullable Slot slot(EntityMemory memory, Function function, String subject, String tally, String window) {
        return memory.slot(questions.slot(function, subject, tally, window));
    }
}
