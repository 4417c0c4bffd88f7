package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the latest activity touches the entities of one kind: which of them, where it counts, and what is new to it. */
final class Touch {

    private final int kind;
    private final KindSchema schema;
    /** The slots in which the activity's value is new, as bits. */
    private final long[] novel;

    private boolean fromTheFuture;
    private @Nullable EntityMemory entity;
    private @Nullable Observation activity;
    /** Where rules found that the activity counts too. */
    private @Nullable Marks further;

    Touch(EntityKind kind, KindSchema schema) {
        this.kind = kind.ordinal();
        this.schema = schema;
        this.novel = new long[(schema.slots().length + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * @param next which the activity touches; null for none
     * @param clock the log's, milliseconds
     */
    void turnTo(Observation latest, @Nullable EntityMemory next, long clock) {
        fromTheFuture = latest.time() > clock;
        activity = latest;
        entity = next;
        further = null;
        Arrays.fill(novel, 0);
    }

    /** Remembers the activity. */
    void fold() {
        if (entity != null) {
            schema.untallied().fold(this);
            activity().marks().of(kind).fold(this);
        }
    }

    /** Remembers the activity under further tallies. */
    void count(Marks marks) {
        further = marks;
        if (entity != null) {
            // An activity counts once, however many rules count it.
            marks.of(kind).foldExcept(activity().marks().of(kind), this);
        }
    }

    @Nullable
    EntityMemory entity() {
        return entity;
    }

    /** Who the activity tells it is, also where nothing is remembered; null when it touches none. */
    @Nullable
    String id() {
        return activity == null ? null : activity.id(kind);
    }

    Observation activity() {
        if (activity == null) {
            throw new IllegalStateException("no activity yet");
        }
        return activity;
    }

    /** Whether another entity stands in for one that the activity does not name. */
    boolean isStandIn() {
        return activity != null && activity.isStandIn(kind);
    }

    /** What is remembered of the entity, while the activity is folded. */
    Cells cells() {
        return touched();
    }

    /** The activity's, milliseconds. */
    long time() {
        return activity().time();
    }

    /** Whether the log's clock does not believe the activity's time. */
    boolean isFromTheFuture() {
        return fromTheFuture;
    }

    /** The entity's clock, while the activity is folded. */
    long now() {
        return touched().lastSeen();
    }

    private EntityMemory touched() {
        if (entity == null) {
            throw new IllegalStateException("the activity touches none");
        }
        return entity;
    }

    void foundNew(int slot) {
        novel[slot >> 6] |= 1L << slot;
    }

    /** Whether the activity's value was new to the slot. */
    boolean isNew(int slot) {
        return (novel[slot >> 6] & 1L << slot) != 0;
    }

    /** Whether the activity counts in the slot. */
    boolean counts(int slot) {
        return schema.untallied().contains(slot)
                || activity != null && activity.marks().of(kind).contains(slot)
                || further != null && further.of(kind).contains(slot);
    }
}
