package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * Decisions over HTTP at a fixed rate, whatever the answers take (an open loop): a latency counts from when the request
 * was due, so that a server that stalls cannot hide it. Client and server share the machine.
 */
final class LatencyBenchmark implements Benchmark {

    private static final int RATE = 1_000;
    private static final long INTERVAL = 1_000_000_000L / RATE;
    /** Connections, as a gateway in front of a service keeps a few. */
    private static final int CALLERS = 32;

    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

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
        // A thread a call and no other: the client is to take little of the cores that it shares with the server.
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CALLERS)
                .setMaxConnTotal(CALLERS)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(PATIENCE).build())
                .build();
        try (Served served = new Served();
                CloseableHttpClient http = HttpClients.custom()
                        .setConnectionManager(connections)
                        .disableAutomaticRetries()
                        .build()) {
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

    private static Load load(CloseableHttpClient http, URI uri, String key, List<Activity> activities)
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

    private static boolean isDecided(CloseableHttpClient http, URI uri, String key, byte[] body) {
        HttpPost request = new HttpPost(uri);
        request.setHeader("Authorization", "Bearer " + key);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            return http.execute(request, response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode() == 200;
            });
        } catch (IOException e) {
            return false;
        }
    }
}
