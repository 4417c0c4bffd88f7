package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Rules;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionWriter;
import io.portcullis.rules.Engine;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import io.portcullis.store.EventLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision is a pure function of the log and the rules: live, replayed and recovered, all are the same. */
@Tag("slow")
class DeterminismTest {

    private static final int ACTIVITIES = 100_000;
    private static final int REQUEST = 500;

    private final DecisionWriter writer = new DecisionWriter();

    @TempDir
    private Path folder;

    @Test
    void givenAHundredThousandActivities_thenLiveReplayAndRestartInMidStreamDecideAndRememberAlike()
            throws IOException {
        List<Activity> traffic = traffic();
        List<String> live = new ArrayList<>();
        int middle = ACTIVITIES / 2 + 123;
        submit(traffic.subList(0, middle), live);
        submit(traffic.subList(middle, ACTIVITIES), live);

        List<String> recorded = new ArrayList<>();
        List<String> replayed = new ArrayList<>();
        long replayedMemory = replay(recorded, replayed);
        long fromCheckpoint = recoveredMemory();
        Files.delete(folder.resolve("checkpoint"));
        long fromLog = recoveredMemory();

        assertThat(live).hasSize(ACTIVITIES).anyMatch(decision -> decision.contains("\"CHALLENGE\""));
        assertThat(recorded).isEqualTo(live);
        assertThat(replayed).isEqualTo(live);
        assertThat(List.of(fromCheckpoint, fromLog)).containsOnly(replayedMemory);
    }

    private static List<Activity> traffic() {
        List<Activity> traffic = new ArrayList<>(ACTIVITIES);
        new Simulation(ACTIVITIES, 42, EnumSet.allOf(Attack.class)).play((activity, attack) -> traffic.add(activity));
        return traffic;
    }

    /** One life of a server. */
    private void submit(List<Activity> traffic, List<String> decisions) {
        try (Server server = new Server(folder)) {
            for (int from = 0; from < traffic.size(); from += REQUEST) {
                List<Activity> request = traffic.subList(from, Math.min(traffic.size(), from + REQUEST));
                server.submit(request, Priority.BULK)
                        .join()
                        .forEach(outcome -> decisions.add(json(outcome.decision())));
            }
        }
    }

    private long replay(List<String> recorded, List<String> replayed) {
        try (EventLog log = EventLog.openReadOnly(folder)) {
            Engine engine = new Engine(Rules.SHIPPED);

            log.read(0, decided -> {
                recorded.add(json(decided.decision()));
                replayed.add(json(
                        engine.decide(decided.activity(), decided.decision().position())));
            });
            return engine.memoryHash();
        }
    }

    private long recoveredMemory() {
        try (Server server = new Server(folder)) {
            assertThat(server.recovered.differing()).isZero();
            return server.recovered.memoryHash();
        }
    }

    private String json(Decision decision) {
        return new String(writer.write(decision), StandardCharsets.UTF_8);
    }
}
