package io.portcullis.projections.risk;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import io.portcullis.projections.table.EventTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/** The signals that accused an entity, and the highest score of the decisions that did, by day. */
final class Accusations {

    /** How long an accusation makes an entity risky, counted back from the entity's last activity. */
    static final int DAYS = 7;

    /** Rule sets come and go; the signals that were raised last stay. */
    static final int MAX_SIGNALS = 64;

    private static final long DAY_SECONDS = 24 * 60 * 60;

    private final LinkedHashMap<String, SignalTotal> signals = new LinkedHashMap<>(4, 0.75f, true);
    private final TreeMap<Long, Integer> highestByDay = new TreeMap<>();

    void add(EntityRef self, Decision decision, long micros) {
        boolean accused = false;
        for (Reason reason : decision.reasons()) {
            if (reason.entity().equals(self)) {
                accused = true;
                SignalTotal once = new SignalTotal(
                        reason.signal(),
                        reason.threat(),
                        1,
                        reason.score(),
                        EventTime.instant(micros),
                        reason.rule(),
                        Evidence.bounded(reason.evidence()));
                keep(signals.merge(reason.signal(), once, Accusations::sum));
            }
        }
        if (accused) {
            highestByDay.merge(EventTime.bucket(micros, DAY_SECONDS), decision.score(), Math::max);
        }
    }

    private static SignalTotal sum(SignalTotal before, SignalTotal once) {
        return new SignalTotal(
                once.signal(),
                once.threat(),
                before.count() + once.count(),
                Math.max(before.score(), once.score()),
                before.lastSeen().isAfter(once.lastSeen()) ? before.lastSeen() : once.lastSeen(),
                once.rule(),
                once.evidence());
    }

    private void keep(SignalTotal total) {
        signals.put(total.signal(), total);
        if (signals.size() > MAX_SIGNALS) {
            signals.remove(signals.keySet().iterator().next());
        }
    }

    /** The highest score of a decision that accused the entity in the days up to a time; 0 when none did. */
    int score(long untilMicros) {
        long today = EventTime.bucket(untilMicros, DAY_SECONDS);
        highestByDay.headMap(today - DAYS, true).clear();
        return highestByDay.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The most frequent first. */
    List<SignalTotal> listed() {
        return signals.values().stream()
                .sorted(Comparator.comparing(SignalTotal::count).reversed().thenComparing(SignalTotal::signal))
                .toList();
    }

    void write(ByteOutput out) {
        out.number(signals.size());
        signals.values().forEach(total -> {
            out.text(total.signal())
                    .text(total.threat())
                    .number(total.count())
                    .number(total.score())
                    .signed(EventTime.micros(total.lastSeen()))
                    .text(total.rule());
            Evidence.write(out, total.evidence());
        });
        out.number(highestByDay.size());
        highestByDay.forEach((day, score) -> out.signed(day).number(score));
    }

    void read(ByteInput in) {
        for (int left = in.size(); left > 0; left--) {
            keep(new SignalTotal(
                    in.text(),
                    in.text(),
                    in.number(),
                    in.size(),
                    EventTime.instant(in.signed()),
                    in.text(),
                    Evidence.read(in)));
        }
        for (int left = in.size(); left > 0; left--) {
            highestByDay.put(in.signed(), in.size());
        }
    }
}
