package io.portcullis.projections.risk;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import io.portcullis.projections.table.EventTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The fold of one entity's activities and decisions: a pure function of them, in the log's order. */
final class Profile {

    /** How many decisions are remembered. */
    static final int MAX_DECISIONS = 20;

    private final EntityRef entity;
    private final Accusations accusations = new Accusations();
    private final WindowedCounts counts = new WindowedCounts();
    private final Neighbours neighbours = new Neighbours();
    private final Deque<RecentDecision> recent = new ArrayDeque<>();
    private long firstSeen = Long.MAX_VALUE;
    private long lastSeen = Long.MIN_VALUE;
    private long activities;

    Profile(EntityRef entity) {
        this.entity = entity;
    }

    void add(Decided decided) {
        Activity activity = decided.activity();
        Decision decision = decided.decision();
        long micros = EventTime.micros(activity.occurredAt());
        firstSeen = Math.min(firstSeen, micros);
        lastSeen = Math.max(lastSeen, micros);
        activities++;
        counts.add(micros, Tally.bitsOf(activity));
        neighbours.add(entity.kind(), activity.entities(), micros);
        accusations.add(entity, decision, micros);
        if (decision.action() != Action.ALLOW) {
            recent.addFirst(RecentDecision.of(decision));
            if (recent.size() > MAX_DECISIONS) {
                recent.removeLast();
            }
        }
    }

    EntityRef entity() {
        return entity;
    }

    long firstSeen() {
        return firstSeen;
    }

    long lastSeen() {
        return lastSeen;
    }

    long activities() {
        return activities;
    }

    /** 0 to 100: the highest of the decisions that accused the entity in the week up to its last activity. */
    int score() {
        return accusations.score(lastSeen);
    }

    Map<String, List<Linked>> links() {
        return neighbours.listed();
    }

    RiskView view(long asOfMicros) {
        return new RiskView(
                entity.kind().label(),
                entity.id(),
                score(),
                Band.of(score()),
                EventTime.instant(firstSeen),
                EventTime.instant(lastSeen),
                activities,
                accusations.listed(),
                List.copyOf(recent),
                EventTime.instant(asOfMicros),
                counts.until(asOfMicros),
                links());
    }

    RiskSummary summary() {
        return new RiskSummary(
                entity.kind().label(),
                entity.id(),
                score(),
                Band.of(score()),
                EventTime.instant(firstSeen),
                EventTime.instant(lastSeen),
                activities,
                accusations.listed().stream().map(SignalTotal::signal).toList());
    }

    byte[] toBytes() {
        ByteOutput out = new ByteOutput();
        out.text(entity.id()).signed(firstSeen).signed(lastSeen).number(activities);
        accusations.write(out);
        counts.write(out);
        neighbours.write(out);
        out.number(recent.size());
        recent.forEach(decision -> decision.write(out));
        return out.toByteArray();
    }

    static Profile of(EntityKind kind, byte[] bytes) {
        ByteInput in = new ByteInput(bytes);
        Profile profile = new Profile(new EntityRef(kind, in.text()));
        profile.firstSeen = in.signed();
        profile.lastSeen = in.signed();
        profile.activities = in.number();
        profile.accusations.read(in);
        profile.counts.read(in);
        profile.neighbours.read(in);
        for (int left = in.size(); left > 0; left--) {
            profile.recent.addLast(RecentDecision.read(in));
        }
        return profile;
    }
}
