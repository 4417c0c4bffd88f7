package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decisions over HTTP at a fixed rate while another client sends activities in bulk as fast as it is let: first in
 * requests of an ordinary size, then in the largest that the server takes.
 */
final class BulkBenchmark implements Benchmark {

    private static final int RATE = 200;
    private static final int ORDINARY = 500;
    /** Activities that make nearly 10 MiB are more than a request may have; so is this many. */
    private static final int LARGEST = 10_000;

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int warmUp = RATE * (quick ? 25 : 60);
        int measured = RATE * (quick ? 15 : 40);
        List<Activity> traffic = Traffic.of(2 * (warmUp + measured) + (quick ? 600_000 : 1_500_000));
        Iterator<Activity> bulk =
                traffic.subList(2 * (warmUp + measured), traffic.size()).iterator();
        Iterator<Activity> single = traffic.subList(0, 2 * (warmUp + measured)).iterator();
        List<Measure> measures = new ArrayList<>();
        try (Served served = new Served();
                OpenLoop client = new OpenLoop()) {
            for (int size : new int[] {ORDINARY, LARGEST}) {
                measures.addAll(beside(size, bulk, served, client, next(single, warmUp), next(single, measured)));
            }
        }
        return measures;
    }

    private static List<Measure> beside(
            int size,
            Iterator<Activity> bulk,
            Served served,
            OpenLoop client,
            List<Activity> warmUp,
            List<Activity> measured)
            throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        int[] sent = {0};
        Thread sender = new Thread(() -> sent[0] = send(size, bulk, served, stop));
        sender.start();
        client.send(served.decisions(warmUp), RATE);
        OpenLoop.Answers answers = client.send(served.decisions(measured), RATE);
        stop.set(true);
        sender.join();
        double seconds = (double) (warmUp.size() + measured.size()) / RATE;
        String beside = "decision beside bulk of " + size + " a request, ";
        return List.of(
                Measure.told("bulk of " + size + " a request", sent[0] / seconds, "activities/s"),
                Measure.told(beside + "median", answers.millis(50), "ms"),
                Measure.atMost(beside + "99th percentile", answers.millis(99), "ms", 50),
                Measure.told(beside + "longest", answers.millis(100), "ms"),
                Measure.atMost(beside + "not answered with one", (double) answers.failures(), "", 0));
    }

    /** @return how many activities were sent */
    private static int send(int size, Iterator<Activity> bulk, Served served, AtomicBoolean stop) {
        HttpClient http = HttpClient.newHttpClient();
        int sent = 0;
        try {
            URI activities = served.address().resolve("/v1/activities");
            String key = served.adminKey();
            while (!stop.get()) {
                List<Activity> request = next(bulk, size);
                HttpRequest post = HttpRequest.newBuilder(activities)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(ndjson(request)))
                        .build();
                int status = http.send(post, BodyHandlers.discarding()).statusCode();
                if (request.isEmpty() || status != 202) {
                    throw new IllegalStateException("bulk of " + request.size() + " is answered with " + status);
                }
                sent += request.size();
            }
            return sent;
        } catch (IOException e) {
            throw new IllegalStateException("bulk is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sent;
        }
    }

    private static byte[] ndjson(List<Activity> activities) {
        ActivityWriter writer = new ActivityWriter();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Activity activity : activities) {
            lines.writeBytes(writer.write(activity));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static List<Activity> next(Iterator<Activity> from, int count) {
        List<Activity> next = new ArrayList<>(count);
        while (next.size() < count && from.hasNext()) {
            next.add(from.next());
        }
        return next;
    }
}
