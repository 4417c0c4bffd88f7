package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import java.util.Collections;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/**
 * Decisions over HTTP at a fixed rate. Client and server share the machine. What of the tail is not the decisions' is
 * told beside it: requests of the same rate that decide nothing, how late the client was, and what the server's Java did
 * meanwhile.
 */
final class LatencyBenchmark implements Benchmark {

    private static final int RATE = 1_000;

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
        try (Served served = new Served();
                OpenLoop client = new OpenLoop()) {
            client.send(served.decisions(traffic.subList(0, warmUp)), RATE);
            ServerWork before = served.work();
            OpenLoop.Answers decided = client.send(served.decisions(traffic.subList(warmUp, traffic.size())), RATE);
            ServerWork during = served.work().since(before);
            OpenLoop.Answers nothing = client.send(
                    Collections.nCopies(measured, new HttpGet(served.address().resolve("/actuator/health/liveness"))),
                    RATE);
            double seconds = (double) measured / RATE;
            return List.of(
                    Measure.told("decision over HTTP at 1,000/s, median", decided.millis(50), "ms"),
                    Measure.atMost("decision over HTTP at 1,000/s, 99th percentile", decided.millis(99), "ms", 5),
                    Measure.told("decision over HTTP at 1,000/s, 99.9th percentile", decided.millis(99.9), "ms"),
                    Measure.told("of it, sent late by the client, 99th percentile", decided.lateMillis(99), "ms"),
                    Measure.told("a request that decides nothing, median", nothing.millis(50), "ms"),
                    Measure.told("a request that decides nothing, 99th percentile", nothing.millis(99), "ms"),
                    Measure.told("server's compiler, of a core", during.compilerSeconds() / seconds, ""),
                    Measure.told("server's collector, pauses", during.pauseSeconds() * 1e3, "ms"),
                    Measure.told("server in all, of a core", during.processorSeconds() / seconds, ""),
                    Measure.atMost("decisions that were not answered with one", (double) decided.failures(), "", 0));
        }
    }
}
