package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Question.Function;
import io.portcullis.rules.vocabulary.Recall;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers questions for one kind of entity of the latest activity. */
public final class Recollection implements Recall {

    /** The answer to {@code since} for what never happened, seconds: longer ago than any rule can mean. */
    public static final long NEVER = Long.MAX_VALUE / 1000;

    private static final KindSchema NOTHING = new KindSchema(List.of(), List.of());

    private static final @Nullable Peers[] NO_PEERS = {};

    private final Touch touch;
    private final Supplier<@Nullable String> id;
    private final KindSchema schema;
    private final Slot[] slots;
    private final QuestionTable questions;
    private final Touch endpoint;
    private final @Nullable Peers[] peers;

    /**
     * @param endpoint how the latest activity touches its endpoint
     * @param peers there, by the slots of the kind's own use; null for the other slots
     */
    Recollection(KindSchema schema, Touch touch, Touch endpoint, @Nullable Peers[] peers) {
        this(schema, touch, endpoint, peers, touch::id);
    }

    private Recollection(
            KindSchema schema, Touch touch, Touch endpoint, @Nullable Peers[] peers, Supplier<@Nullable String> id) {
        this.touch = touch;
        this.id = id;
        this.schema = schema;
        this.slots = schema.slots();
        this.questions = schema.questions();
        this.endpoint = endpoint;
        this.peers = peers;
    }

    /** For entities of which nothing is remembered but who they are. */
    public static Recollection ofNothing(EntityKind kind, Supplier<@Nullable String> id) {
        Touch untouched = new Touch(kind, NOTHING);
        return new Recollection(NOTHING, untouched, untouched, NO_PEERS, id);
    }

    @Override
    public long count(String tally, String window) {
        return count(questions.slot(Function.COUNT, "", tally, window));
    }

    @Override
    public long count(int slot) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        long reported = ((Count) slots[slot]).total(memory);
        int inferred = schema.inferred(slot);
        return weighed(inferred < 0 ? reported : Math.max(reported, ((Count) slots[inferred]).total(memory)));
    }

    @Override
    public long distinct(String dimension, String tally, String window) {
        return distinct(questions.slot(Function.DISTINCT, dimension, tally, window));
    }

    @Override
    public long distinct(int slot) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        long reported = ((DistinctSet) slots[slot]).size(memory);
        int inferred = schema.inferred(slot);
        return weighed(inferred < 0 ? reported : Math.max(reported, ((DistinctSet) slots[inferred]).size(memory)));
    }

    /** What stands in for a session may be several: what it did counts three quarters. None stays none. */
    private long weighed(long number) {
        return touch.isStandIn() ? (3 * number + 3) / 4 : number;
    }

    @Override
    public double sum(String field, String tally, String window) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        Slot slot = slot(Function.SUM, field, tally, window);
        double total =
                slot instanceof Amounts amounts ? amounts.total(memory, touch.activity()) : ((Sum) slot).total(memory);
        return total / SumField.ofLabel(field).orElseThrow().scale();
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
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return NEVER;
        }
        int inferred = schema.inferred(slot);
        long reported = since(memory, slot);
        return inferred < 0 ? reported : Math.min(reported, since(memory, inferred));
    }

    private long since(EntityMemory memory, int slot) {
        Last last = (Last) slots[slot];
        if (!last.isKnown(memory)) {
            return NEVER;
        }
        // 0 is this activity's alone, however late it comes and however soon after another.
        return touch.counts(slot) ? 0 : Math.max(1, (memory.lastSeen() - last.time(memory)) / 1000);
    }

    @Override
    public long age() {
        EntityMemory memory = touch.entity();
        return memory == null ? 0 : (memory.lastSeen() - memory.firstSeen()) / 1000;
    }

    @Override
    public double standing() {
        EntityMemory memory = touch.entity();
        return memory == null ? 0 : ((Standing) slot(Function.STANDING, "", "", "")).risk(memory, memory.lastSeen());
    }

    @Override
    public boolean isNew(String dimension, String tally, String window) {
        return isNew(questions.slot(Function.IS_NEW, dimension, tally, window));
    }

    @Override
    public boolean isNew(int slot) {
        int inferred = schema.inferred(slot);
        return touch.entity() != null && (touch.isNew(slot) || inferred >= 0 && touch.isNew(inferred));
    }

    @Override
    public long switches(String dimension, String tally, String window) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        int slot = questions.slot(Function.SWITCHES, dimension, tally, window);
        long reported = ((Switches) slots[slot]).total(memory);
        int inferred = schema.inferred(slot);
        return inferred < 0 ? reported : Math.max(reported, ((Switches) slots[inferred]).total(memory));
    }

    @Override
    public double usual(String tally, String window) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        long width = WindowLiteral.millis(window).orElseThrow();
        long known = Math.min(KindSchema.REMEMBERED, memory.lastSeen() - memory.firstSeen());
        return (double) count(questions.slot(Function.USUAL, "", tally, window)) * width / Math.max(width, known);
    }

    @Override
    public double irregularity(String tally) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 1;
        }
        int slot = questions.slot(Function.IRREGULARITY, "", tally, "");
        double reported = ((Pace) slots[slot]).irregularity(memory);
        int inferred = schema.inferred(slot);
        return inferred < 0 ? reported : Math.min(reported, ((Pace) slots[inferred]).irregularity(memory));
    }

    @Override
    public long run() {
        EntityMemory memory = touch.entity();
        return memory == null ? 0 : ((Run) slot(Function.RUN, "", "", "")).length(memory);
    }

    @Override
    public double speed(String tally) {
        EntityMemory memory = touch.entity();
        if (memory == null) {
            return 0;
        }
        Travel travel = (Travel) slot(Function.SPEED, "", tally, "");
        return touch.counts(travel.index) ? travel.speed(memory) : 0;
    }

    @Override
    public double peers(String tally, String window) {
        return peers(questions.slot(Function.PEERS, "", tally, window));
    }

    @Override
    public double peers(int slot) {
        EntityMemory memory = touch.entity();
        EntityMemory there = endpoint.entity();
        Peers others = memory == null || there == null ? null : peers[slot];
        if (memory == null || there == null || others == null) {
            return 0;
        }
        long percentile = others.percentile(there);
        return percentile == 0
                ? 0
                : (double) ((OwnUse) slots[slot]).count(memory, touch.time(), there.hash) / percentile;
    }

    @Override
    public @Nullable String id() {
        return id.get();
    }

    private Slot slot(Function function, String subject, String tally, String window) {
        return slots[questions.slot(function, subject, tally, window)];
    }
}
