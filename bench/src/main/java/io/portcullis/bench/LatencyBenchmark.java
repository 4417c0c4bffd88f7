package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** Connections, as a gateway in front of a service keeps a few. */
    private static final int CALLERS = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int measured = RATE * (quick ? 15 : 40);
        // The compiler is at work for more than a minute, on the cores that answer.
        int warmUp = RATE * (quick ? 75 : 120);
        List<Activity> traffic = Traffic.of(measured + warmUp);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Served served = new Served()) {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(threads)
                    .build();
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
        } finally {
            threads.shutdown();
        }
    }

    private record Load(Histogram latencies, long failures) {}

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    private static Load load(HttpClient http, URI uri, String key, List<Activity> activities)
            throws InterruptedException {
        ActivityWriter writer = new ActivityWriter();
        List<byte[]> bodies = activities.stream().map(writer::write).toList();
        Histogram latencies = new ConcurrentHistogram(3);
        AtomicLong failures = new AtomicLong();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                for (int at = next.getAndIncrement(); at < bodies.size(); at = next.getAndIncrement()) {
                    long due = start + at * INTERVAL;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    if (!isDecided(http, uri, key, bodies.get(at))) {
                        failures.incrementAndGet();
                    }
                    latencies.recordValue(System.nanoTime() - due);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        return new Load(latencies, failures.get());
    }

    private static boolean isDecided(HttpClient http, URI uri, String key, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
