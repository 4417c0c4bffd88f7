package io.portcullis.projections.risk;

import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import io.portcullis.projections.table.EventTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision on an activity that an entity took part in, accused or not.
 *
 * @param activity the activity's id
 * @param type the activity's type, by its label
 * @param signals those of its reasons, whomever they accuse
 */
public record RecentDecision(
        String activity,
        String type,
        Instant occurredAt,
        Action action,
        int score,
        Band band,
        List<String> signals,
        long position) {

    static RecentDecision of(Decision decision) {
        return new RecentDecision(
                decision.activity(),
                decision.type().label(),
                EventTime.instant(EventTime.micros(decision.occurredAt())),
                decision.action(),
                decision.score(),
                decision.band(),
                decision.reasons().stream().map(Reason::signal).distinct().toList(),
                decision.position());
    }

    void write(ByteOutput out) {
        out.text(activity)
                .number(ActivityType.ofLabel(type).orElseThrow().ordinal())
                .signed(EventTime.micros(occurredAt))
                .number(action.ordinal())
                .number(score)
                .number(position)
                .number(signals.size());
        signals.forEach(out::text);
    }

    static RecentDecision read(ByteInput in) {
        String activity = in.text();
        ActivityType type = ActivityType.values()[in.size()];
        Instant occurredAt = EventTime.instant(in.signed());
        Action action = Action.values()[in.size()];
        int score = in.size();
        long position = in.number();
        List<String> signals = new ArrayList<>();
        for (int left = in.size(); left > 0; left--) {
            signals.add(in.text());
        }
        return new RecentDecision(
                activity, type.label(), occurredAt, action, score, Band.of(score), List.copyOf(signals), position);
    }
}
