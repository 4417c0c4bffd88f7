package io.portcullis.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionReader;
import io.portcullis.rules.Engine;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

    private final RuleSet rules;
    private final List<Activity> history = new ArrayList<>();

    ReplayTest() throws InvalidRules {
        rules = RuleSet.shipped();
        new Simulation(5000, 7, EnumSet.allOf(Attack.class)).play((activity, attack) -> history.add(activity));
    }

    @AfterAll
    void closeRules() {
        rules.close();
    }

    private static EntrySource of(List<Activity> activities) {
        Iterator<Activity> iterator = activities.iterator();
        return () -> iterator.hasNext() ? new Entry(iterator.next(), null) : null;
    }

    private byte[] decisions(List<Activity> activities) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DecisionFile file = new DecisionFile(bytes)) {
            new Replay(rules, null).run(of(activities), verdict -> file.write(verdict.decision()));
        }
        return bytes.toByteArray();
    }

    @Test
    void givenTheSameHistoryTwice_thenTheDecisionsAreTheSameBytes() throws IOException, InterruptedException {
        assertThat(decisions(history)).isEqualTo(decisions(history));
    }

    @Test
    void theDecisionsAreThoseOfTheEngineInOrderOneALine() throws IOException, InterruptedException {
        List<Decision> expected = new ArrayList<>();
        long memoryHash;
        Engine engine = new Engine(rules);
        history.forEach(activity -> expected.add(engine.decide(activity, expected.size() + 1)));
        memoryHash = engine.memoryHash();

        List<Decision> replayed = new ArrayList<>();

        Replay.Outcome outcome = new Replay(rules, null).run(of(history), verdict -> replayed.add(verdict.decision()));

        assertThat(replayed).isEqualTo(expected);
        assertThat(outcome.activities()).isEqualTo(history.size());
        assertThat(outcome.memoryHash()).isEqualTo(memoryHash);
        DecisionReader reader = new DecisionReader();
        String lines = new String(decisions(history), StandardCharsets.UTF_8);
        assertThat(lines).endsWith("\n");
        assertThat(lines.lines().map(line -> reader.read(line.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected);
    }

    @Test
    void givenNoHistory_thenThereAreNoDecisions() throws IOException, InterruptedException {
        assertThat(decisions(List.of())).isEmpty();
    }

    @Test
    void givenAnActivityTwice_thenItCountsOnce() throws IOException, InterruptedException {
        List<Activity> twice = new ArrayList<>(history);
        twice.addAll(history);
        UniqueEntries entries = new UniqueEntries(of(twice));

        Replay.Outcome outcome = new Replay(rules, null).run(entries, verdict -> {});

        assertThat(outcome.activities()).isEqualTo(history.size());
        assertThat(entries.duplicates()).isEqualTo(history.size());
    }

    @Test
    void givenHistoryThatBreaksOff_thenItIsSaidAfterWhatCameBefore() {
        List<Verdict> verdicts = new ArrayList<>();
        Iterator<Activity> iterator = history.subList(0, 300).iterator();
        EntrySource source = () -> {
            if (!iterator.hasNext()) {
                throw new IOException("the disk is gone");
            }
            return new Entry(iterator.next(), null);
        };

        assertThatThrownBy(() -> new Replay(rules, null).run(source, verdicts::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is gone");
        assertThat(verdicts).hasSize(300);
    }

    @Test
    void givenASinkThatFails_thenTheReplayEnds() {
        assertThatThrownBy(() -> new Replay(rules, null).run(of(history), verdict -> {
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    @Test
    void givenRecordedDecisions_thenThoseThatComeOutDifferentlyAreFound() throws IOException, InterruptedException {
        List<Decision> recorded = new ArrayList<>();
        new Replay(rules, null).run(of(history), verdict -> recorded.add(verdict.decision()));
        Decision first = recorded.get(0);
        recorded.set(
                0,
                new Decision(
                        first.activity(),
                        first.type(),
                        first.occurredAt(),
                        first.action(),
                        99,
                        first.reasons(),
                        first.ruleSet(),
                        first.position(),
                        null));
        int[] next = {0};
        EntrySource source =
                () -> next[0] < history.size() ? new Entry(history.get(next[0]), recorded.get(next[0]++)) : null;
        Findings findings = new Findings(false);

        new Replay(rules, null).run(source, findings);

        assertThat(findings.contradictHistory()).isTrue();
        assertThat(findings.recorded().different()).isEqualTo(1);
        assertThat(findings.recorded().same()).isEqualTo(history.size() - 1);
    }
}
