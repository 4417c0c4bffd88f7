package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        Load load = Load.of(2 * (warmUp + measured), quick ? 800_000 : 2_000_000);
        Iterator<Activity> single = load.single().iterator();
        List<Measure> measures = new ArrayList<>();
        try (Served served = new Served();
                OpenLoop client = new OpenLoop()) {
            for (Bulk bulk : load.bulk()) {
                measures.addAll(beside(bulk, served, client, next(single, warmUp), next(single, measured)));
            }
        }
        return measures;
    }

    /** Bodies of requests with so many activities each, written beforehand: the client shares the server's cores. */
    private record Bulk(int size, List<byte[]> bodies) {}

    private record Load(List<Activity> single, List<Bulk> bulk) {

        /** @param bulk activities for each size of a request */
        static Load of(int single, int bulk) {
            List<Activity> first = new ArrayList<>(single);
            List<Bulk> all = List.of(new Bulk(ORDINARY, new ArrayList<>()), new Bulk(LARGEST, new ArrayList<>()));
            ActivityWriter writer = new ActivityWriter();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            int[] played = {0};
            Traffic.simulation(single + all.size() * bulk).play((activity, attack) -> {
                int at = played[0]++ - single;
                if (at < 0) {
                    first.add(activity);
                    return;
                }
                Bulk into = all.get(at / bulk);
                body.writeBytes(writer.write(activity));
                body.write('\n');
                if ((at % bulk + 1) % into.size() == 0) {
                    into.bodies().add(body.toByteArray());
                    body.reset();
                }
            });
            return new Load(first, all);
        }
    }

    private static List<Measure> beside(
            Bulk bulk, Served served, OpenLoop client, List<Activity> warmUp, List<Activity> measured)
            throws Exception {
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            AtomicBoolean stop = new AtomicBoolean();
            Future<Integer> sent = sender.submit(() -> send(bulk, served, stop));
            client.send(served.decisions(warmUp), RATE);
            OpenLoop.Answers answers = client.send(served.decisions(measured), RATE);
            stop.set(true);
            double seconds = (double) (warmUp.size() + measured.size()) / RATE;
            String beside = "decision beside bulk of " + bulk.size() + " a request, ";
            return List.of(
                    Measure.told("bulk of " + bulk.size() + " a request", sent.get() / seconds, "activities/s"),
                    Measure.told(beside + "median", answers.millis(50), "ms"),
                    Measure.atMost(beside + "99th percentile", answers.millis(99), "ms", 50),
                    Measure.told(beside + "longest", answers.millis(100), "ms"),
                    Measure.told(beside + "late in the client, 99th percentile", answers.lateMillis(99), "ms"),
                    Measure.atMost(beside + "not answered with one", (double) answers.failures(), "", 0));
        } finally {
            sender.shutdownNow();
        }
    }

    /**
     * Sends one request after the other.
     *
     * @return how many activities were sent
     * @throws IOException when one is not answered with 202, or there is no more to send before it is to stop
     */
    private static int send(Bulk bulk, Served served, AtomicBoolean stop) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        String key = served.adminKey();
        int sent = 0;
        for (byte[] body : bulk.bodies()) {
            HttpRequest post = HttpRequest.newBuilder(served.address().resolve("/v1/activities"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            int status = http.send(post, BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IOException("bulk of " + bulk.size() + " is answered with " + status);
            }
            sent += bulk.size();
            if (stop.get()) {
                return sent;
            }
        }
        throw new IOException("bulk of " + bulk.size() + " ended after " + sent + " activities, before the decisions");
    }

    private static List<Activity> next(Iterator<Activity> from, int count) {
        List<Activity> next = new ArrayList<>(count);
        while (next.size() < count && from.hasNext()) {
            next.add(from.next());
        }
        return next;
    }
}
