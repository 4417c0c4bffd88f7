package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.entity.Entities;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same innocent traffic from everyone's own address, and all of it from one: an attack is one hot key, and must not
 * slow down the deciding of everyone's activities.
 */
final class HotAddressBenchmark implements Benchmark {

    @Override
    public String name() {
        return "hot-address";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        List<Activity> uniform = Traffic.of(quick ? 300_000 : 400_000);
        List<Activity> hot =
                uniform.stream().map(HotAddressBenchmark::fromOneAddress).toList();
        try (RuleSet rules = RuleSet.shipped()) {
            Median.Pair pair = Median.of(quick ? 5 : 7, () -> seconds(hot, rules), () -> seconds(uniform, rules));
            return List.of(
                    Measure.told("deciding, uniform population", pair.b() / uniform.size() * 1e6, "us/activity"),
                    Measure.told("deciding, one hot address", pair.a() / hot.size() * 1e6, "us/activity"),
                    Measure.atMost("one hot address / uniform population, time", pair.ratio(), "", 1.1));
        }
    }

    private static double seconds(List<Activity> traffic, RuleSet rules) {
        Engine engine = new Engine(rules);
        List<Prepared> prepared = new ArrayList<>(traffic.size());
        traffic.forEach(activity -> prepared.add(engine.prepare(activity)));
        long start = System.nanoTime();
        long position = 0;
        for (Prepared activity : prepared) {
            engine.decide(activity, ++position);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Activity fromOneAddress(Activity activity) {
        return activity.with(envelope(activity.envelope()));
    }

    private static Envelope envelope(Envelope envelope) {
        Entities from = envelope.entities();
        return new Envelope(
                envelope.id(),
                envelope.occurredAt(),
                new Entities(
                        from.user(),
                        from.account(),
                        from.organization(),
                        from.device(),
                        "198.51.100.7",
                        from.apiKey(),
                        from.token(),
                        from.session(),
                        from.card()),
                envelope.userAgent(),
                envelope.headers(),
                envelope.referrer(),
                envelope.app(),
                envelope.network(),
                Map.of());
    }
}
