package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.Entities;
import io.portcullis.rules.Engine;
import io.portcullis.rules.RuleSet;
import io.portcullis.simulation.Simulation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What an entity costs in heap, at a hundred thousand and at a million of them: a uniform population, so that nothing
 * but the memory itself grows meanwhile.
 */
final class MemoryBenchmark implements Benchmark {

    private static final long[] ENTITIES = {100_000, 1_000_000};
    private static final int PEOPLE = 400_000;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        List<Measure> measures = new ArrayList<>();
        try (RuleSet rules = RuleSet.shipped()) {
            Engine engine = new Engine(rules);

            SplittableRandom random = new SplittableRandom(7);
            long before = used();
            long position = 0;
            long time = Simulation.START.toEpochMilli();
            for (long entities : ENTITIES) {
                while (engine.entities() < entities) {
                    time += random.nextInt(3);
                    engine.decide(activity(++position, time, random), position);
                }
                long bytes = used() - before;
                measures.add(Measure.told(
                        "bytes per tracked entity at " + entities, (double) bytes / engine.entities(), "B"));
                if (entities == 1_000_000) {
                    measures.add(Measure.atMost("heap of a million tracked entities", bytes / MEBIBYTE, "MiB", 1024));
                }
            }
        }
        return measures;
    }

    private static Activity activity(long position, long time, SplittableRandom random) {
        int person = random.nextInt(PEOPLE);
        String ip = "10." + (person >> 16 & 255) + "." + (person >> 8 & 255) + "." + (person & 255);
        String session = "s-" + person + "-" + time / 3_600_000;
        Entities entities = new Entities(
                null,
                "acc-" + person,
                null,
                "dev-" + person,
                ip,
                null,
                null,
                session,
                person % 7 == 0 ? "c-" + person : null);
        Envelope envelope = new Envelope(
                "a-" + position,
                Instant.ofEpochMilli(time),
                entities,
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                List.of(),
                null,
                null,
                new Network("DE", "AS" + person % 5_000, "residential"),
                Map.of());
        int kind = random.nextInt(100);
        if (kind < 78) {
            int product = random.nextInt(10_000);
            return new ApiRequest(envelope, "GET", "/v1/products/" + product, 200, 30L, 2_000L, "product-" + product);
        } else if (kind < 90) {
            boolean fails = random.nextInt(10) == 0;
            return new Login(envelope, fails ? "failed" : "succeeded", fails ? "bad-password" : null, "password");
        } else if (kind < 93) {
            return new Signup(envelope, "succeeded", "person" + person + "@example.org", null, null);
        }
        return new Payment(envelope, "approved", "charge", new BigDecimal("12.50"), "EUR", null, null, null);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
