package io.portcullis.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.Intake;
import io.portcullis.intake.IntakeSettings;
import io.portcullis.intake.Outcome;
import io.portcullis.intake.Priority;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.IdentifierFactory;

/**
 * Durable decided intake, from activities to acknowledgements, against a plain JDBC batch insert of the same rows into
 * the same table with the same durability: what deciding, remembering and answering cost on top of storing.
 */
final class IntakeBenchmark implements Benchmark {

    private static final int REQUEST = 500;
    private static final int IN_FLIGHT = 8;
    private static final int BATCH = 1000;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int activities = quick ? 60_000 : 200_000;
        List<Activity> traffic = Traffic.of(activities);
        ActivityWriter writer = new ActivityWriter();
        List<byte[]> payloads = traffic.stream().map(writer::write).toList();
        try (RuleSet rules = RuleSet.shipped()) {
            Median.Pair pair = Median.of(quick ? 3 : 5, () -> decided(traffic, rules), () -> plain(traffic, payloads));
            return List.of(
                    Measure.told("durable decided intake", pair.a(), "activities/s"),
                    Measure.told("plain JDBC batch insert of the same rows", pair.b(), "rows/s"),
                    Measure.atLeast("durable decided intake / plain JDBC batch insert", pair.ratio(), "", 0.4));
        }
    }

    private static double decided(List<Activity> traffic, RuleSet rules) throws Exception {
        try (Scratch scratch = new Scratch();
                EventLog log = EventLog.open(scratch.folder());
                Intake intake = new Intake(
                        log,
                        rules,
                        scratch.folder().resolve("checkpoint"),
                        IntakeSettings.DEFAULTS.withHorizon(Traffic.ANY_AGE),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())) {
            intake.start();
            intake.recovered().get();
            long start = System.nanoTime();
            Queue<CompletableFuture<List<Outcome>>> waiting = new ArrayDeque<>();
            for (int from = 0; from < traffic.size(); from += REQUEST) {
                List<Activity> request = traffic.subList(from, Math.min(traffic.size(), from + REQUEST));
                waiting.add(intake.submit(candidates(intake, request), Priority.BULK));
                if (waiting.size() > IN_FLIGHT) {
                    waiting.remove().get();
                }
            }
            while (!waiting.isEmpty()) {
                waiting.remove().get();
            }
            return traffic.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static List<Candidate> candidates(Intake intake, List<Activity> request) throws InvalidActivity {
        List<Candidate> candidates = new ArrayList<>(request.size());
        for (Activity activity : request) {
            candidates.add(intake.admit(activity));
        }
        return candidates;
    }

    private static double plain(List<Activity> traffic, List<byte[]> payloads) throws Exception {
        try (Scratch scratch = new Scratch();
                EventLog log = EventLog.open(scratch.folder());
                Connection connection = log.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO DomainEventEntry (eventIdentifier, aggregateIdentifier,"
                                + " sequenceNumber, type, timeStamp, payloadType, payloadRevision, payload, metaData)"
                                + " VALUES (?, 'log', ?, 'log', ?, ?, '1', ?, ?)")) {
            connection.setAutoCommit(false);
            byte[] ruleSet = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
            long start = System.nanoTime();
            for (int i = 0; i < traffic.size(); i++) {
                insert.setString(1, IdentifierFactory.getInstance().generateIdentifier());
                insert.setLong(2, i + 1L);
                insert.setString(3, "2026-01-05T00:00:00.000Z");
                insert.setString(4, traffic.get(i).type().label());
                insert.setBytes(5, payloads.get(i));
                insert.setBytes(6, ruleSet);
                insert.addBatch();
                if (i % BATCH == BATCH - 1 || i == traffic.size() - 1) {
                    insert.executeBatch();
                    connection.commit();
                    log.flush();
                }
            }
            return traffic.size() / ((System.nanoTime() - start) / 1e9);
        }
    }
}
