package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Decisions over HTTP at a fixed rate, whatever the answers take (an open loop): a latency counts from when the request
 * was due, so that a server that stalls cannot hide it. Client and server share the machine.
 */
final class LatencyBenchmark implements Benchmark {

    private static final int RATE = 1_000;
    private static final long INTERVAL = 1_000_000_000L / RATE;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int measured = RATE * (quick ? 15 : 40);
        int warmUp = RATE * (quick ? 25 : 40);
        List<Activity> traffic = Traffic.of(measured + warmUp);
        try (Served served = new Served()) {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI decisions = served.address().resolve("/v1/decisions");
            String key = served.adminKey();
            load(http, decisions, key, traffic.subList(0, warmUp));
            Load load = load(http, decisions, key, traffic.subList(warmUp, traffic.size()));
            return List.of(
                    Measure.told("decision over HTTP at 1,000/s, median", millis(load.latencies(), 50), "ms"),
                    Measure.atMost(
                            "decision over HTTP at 1,000/s, 99th percentile", millis(load.latencies(), 99), "ms", 5),
                    Measure.told(
                            "decision over HTTP at 1,000/s, 99.9th percentile", millis(load.latencies(), 99.9), "ms"),
                    Measure.atMost("decisions that were not answered with one", (double) load.failures(), "", 0));
        }
    }

    private record Load(Histogram latencies, long failures) {}

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    private static Load load(HttpClient http, URI uri, String key, List<Activity> activities) {
        ActivityWriter writer = new ActivityWriter();
        Histogram latencies = new ConcurrentHistogram(3);
        AtomicLong failures = new AtomicLong();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[activities.size()];
        long start = System.nanoTime();
        for (int i = 0; i < activities.size(); i++) {
            long due = start + i * INTERVAL;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(writer.write(activities.get(i))))
                    .build();
            answers[i] = http.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> {
                latencies.recordValue(System.nanoTime() - due);
                if (failure != null || !isDecision(answer)) {
                    failures.incrementAndGet();
                }
                return null;
            });
        }
        CompletableFuture.allOf(answers).join();
        return new Load(latencies, failures.get());
    }

    private static boolean isDecision(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200;
    }
}
