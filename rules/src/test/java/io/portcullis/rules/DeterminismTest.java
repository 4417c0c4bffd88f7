package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.DecisionWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision is a function of the log, the rule set and the reference data, under the shipped rules. */
class DeterminismTest {

    private static final DecisionWriter WRITER = new DecisionWriter();

    /** Few actors, so that rules fire; some activities come late. */
    private static List<Activity> log() {
        Random random = new Random(11);
        List<Activity> log = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String time = Instant.ofEpochSecond(1_767_225_600L + i * 2L - (random.nextInt(9) == 0 ? 300 : 0))
                    .toString();
            String who = "'ip':'192.0.2.%d','device':'d%d','account':'a%d','session':'s%d','userAgent':'%s'"
                    .formatted(
                            random.nextInt(6),
                            random.nextInt(9),
                            random.nextInt(60),
                            random.nextInt(4),
                            random.nextInt(3) == 0 ? "curl/8" : "Mozilla/5.0 Chrome/120");
            String what =
                    switch (random.nextInt(5)) {
                        case 0 -> "'type':'login','outcome':'failed','reason':'bad-password'";
                        case 1 -> "'type':'login','outcome':'succeeded'";
                        case 2 -> "'type':'signup','outcome':'succeeded'";
                        case 3 ->
                            "'type':'payment','kind':'charge','outcome':'%s','amount':%d.5,'card':'c%d'"
                                    .formatted(
                                            random.nextBoolean() ? "declined" : "approved",
                                            random.nextInt(900),
                                            random.nextInt(40));
                        default ->
                            "'type':'api-request','method':'GET','path':'/export?%d','status':200,'resource':'r%d'"
                                    .formatted(i, random.nextInt(500));
                    };
            log.add(Story.activity(time, what + "," + who));
        }
        return log;
    }

    private static String decide(Engine engine, List<Activity> log, int from, int to) {
        StringBuilder decisions = new StringBuilder();
        for (int i = from; i < to; i++) {
            byte[] json = WRITER.write(engine.decide(log.get(i), i + 1));
            decisions.append(new String(json, StandardCharsets.UTF_8)).append('\n');
        }
        return decisions.toString();
    }

    private static byte[] saved(Engine engine) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        engine.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void givenTheSameLog_thenDecisionsAndMemoryAreTheSame_liveReplayedOrRestored() throws Exception {
        List<Activity> log = log();
        int middle = log.size() / 2;
        try (RuleSet rules = RuleSet.shipped();
                RuleSet reloaded = RuleSet.shipped()) {
            Engine live = new Engine(rules);
            Engine replay = new Engine(reloaded);
            Engine recovered = new Engine(rules);

            String first = decide(live, log, 0, middle);
            byte[] checkpoint = saved(live);
            String second = decide(live, log, middle, log.size());
            assertThat(first + second).contains("\"BLOCK\"", "\"CHALLENGE\"", "\"MONITOR\"", "\"ALLOW\"");

            StringBuilder replayed = new StringBuilder();
            for (int from = 0; from < log.size(); from += 16) {
                int to = Math.min(log.size(), from + 16);
                replay.glance(
                        log.subList(from, to).stream().map(replay::prepare).toList());
                replayed.append(decide(replay, log, from, to));
            }
            assertThat(replayed).hasToString(first + second);
            assertThat(replay.memoryHash()).isEqualTo(live.memoryHash());
            assertThat(replay.entities()).isEqualTo(live.entities());

            recovered.restore(new DataInputStream(new ByteArrayInputStream(checkpoint)));
            assertThat(decide(recovered, log, middle, log.size())).isEqualTo(second);
            assertThat(recovered.memoryHash()).isEqualTo(live.memoryHash());
            assertThat(saved(recovered)).isEqualTo(saved(live));
        }
    }

    @Test
    void givenRulesAboutPeers_thenDecisionsAndMemoryAreTheSame_replayedOrRestoredAtAnyTime(@TempDir Path folder)
            throws Exception {
        List<Activity> log = log();
        RuleFolder given = new RuleFolder(folder);
        for (String entity : List.of("account", "device", "ip", "session")) {
            for (String window : List.of("10m", "1h")) {
                given.rule(
                        "Beyond peers, " + entity + " " + window,
                        "beyond-peers",
                        20,
                        entity,
                        "ApiRequest( %s.peers(\"request.purpose.export\", \"%s\") > 0.9 )".formatted(entity, window));
            }
        }
        try (RuleSet rules = given.load()) {
            Engine live = new Engine(rules);
            Engine restored = new Engine(rules);
            for (int from = 0; from < log.size(); from += 500) {
                String decisions = decide(live, log, from, from + 500);
                assertThat(decide(restored, log, from, from + 500)).isEqualTo(decisions);
                assertThat(restored.memoryHash()).isEqualTo(live.memoryHash());
                restored.restore(new DataInputStream(new ByteArrayInputStream(saved(restored))));
            }
            assertThat(saved(restored)).isEqualTo(saved(live));
            String replayed = decide(new Engine(rules), log, 0, log.size());
            assertThat(replayed).contains("Beyond peers, account 10m", "Beyond peers, account 1h");
        }
    }

    @Test
    void givenOneActivityLess_thenTheMemoryDiffers() throws Exception {
        List<Activity> log = log();
        try (RuleSet rules = RuleSet.shipped()) {
            Engine engine = new Engine(rules);
            Engine other = new Engine(rules);

            decide(engine, log, 0, log.size());
            decide(other, log, 0, log.size() - 1);
            assertThat(other.memoryHash()).isNotEqualTo(engine.memoryHash());
        }
    }

    @Test
    void givenActivitiesPreparedByOthers_thenDecisionsAreTheSame() throws Exception {
        List<Activity> log = log().subList(0, 2_000);
        try (RuleSet rules = RuleSet.shipped()) {
            Engine engine = new Engine(rules);
            Engine preparing = new Engine(rules);
            Engine alone = new Engine(rules);

            List<Prepared> prepared =
                    log.parallelStream().map(preparing::prepare).toList();
            StringBuilder decisions = new StringBuilder();
            for (int i = 0; i < prepared.size(); i++) {
                decisions
                        .append(new String(WRITER.write(engine.decide(prepared.get(i), i + 1)), StandardCharsets.UTF_8))
                        .append('\n');
            }
            assertThat(decisions.toString()).isEqualTo(decide(alone, log, 0, log.size()));
        }
    }
}
