package io.portcullis.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests at a fixed rate, whatever the answers take: a latency counts from when the request was due, so that a server
 * that stalls cannot hide it.
 */
final class OpenLoop implements AutoCloseable {

    /** Connections, as a gateway in front of a service keeps a few. */
    private static final int CALLERS = 32;

    private static final Timeout PATIENCE = Timeout.ofSeconds(10);

    /** A thread a call and no other: the client is to take little of the cores that it shares with the server. */
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CALLERS)
                    .setMaxConnTotal(CALLERS)
                    .setDefaultSocketConfig(
                            SocketConfig.custom().setSoTimeout(PATIENCE).build())
                    .build())
            .disableAutomaticRetries()
            .build();

    /**
     * What came of the requests.
     *
     * @param latencies nanoseconds from when each was due to its answer
     * @param late nanoseconds from when each was due to when this client sent it, of which the server knows nothing
     * @param failures answers other than 200
     */
    record Answers(Histogram latencies, Histogram late, long failures) {

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }

        double lateMillis(double percentile) {
            return late.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** @param rate requests a second */
    Answers send(List<? extends ClassicHttpRequest> requests, int rate) throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(3);
        Histogram late = new ConcurrentHistogram(3);
        AtomicLong failures = new AtomicLong();
        AtomicInteger next = new AtomicInteger();
        long interval = 1_000_000_000L / rate;
        long start = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                for (int at = next.getAndIncrement(); at < requests.size(); at = next.getAndIncrement()) {
                    long due = start + at * interval;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    late.recordValue(System.nanoTime() - due);
                    if (!isAnswered(requests.get(at))) {
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
        return new Answers(latencies, late, failures.get());
    }

    private boolean isAnswered(ClassicHttpRequest request) {
        try {
            return http.execute(request, response -> {
                EntityUtils.consume(response.getEntity());
                return response.getCode() == 200;
            });
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
