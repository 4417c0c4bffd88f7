package io.portcullis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.InvalidActivity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of simulated traffic may rely on. */
class SimulationTest {

    private static final Set<Attack> ALL = EnumSet.allOf(Attack.class);

    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(written(7)).isEqualTo(written(7));
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        assertThat(written(7)).isNotEqualTo(written(8));
    }

    private byte[] written(long seed) throws IOException {
        Path file = folder.resolve("traffic-" + seed + ".ndjson");
        SimulationFile.write(new Simulation(5_000, seed, ALL), file, count -> {});
        return Files.readAllBytes(file);
    }

    @Test
    void activitiesComeInTheOrderOfTimeWithinAboutAWeek() {
        Instant[] latest = {Simulation.START};
        long[] count = {0};
        new Simulation(60_000, 3, ALL).play((activity, attack) -> {
            assertThat(activity.occurredAt()).isAfterOrEqualTo(latest[0]);
            latest[0] = activity.occurredAt();
            count[0]++;
        });
        assertThat(count[0]).isEqualTo(60_000);
        assertThat(Duration.between(Simulation.START, latest[0])).isBetween(Duration.ofDays(4), Duration.ofDays(14));
    }

    @Test
    void everyActivityIsValidAndHasAnIdOfItsOwn() {
        ActivityReader reader = new ActivityReader(() -> "");
        ActivityWriter writer = new ActivityWriter();
        Set<String> ids = new HashSet<>();
        new Simulation(20_000, 5, ALL).play((activity, attack) -> {
            assertThat(reread(reader, writer, activity)).isEqualTo(activity);
            assertThat(ids.add(activity.id())).isTrue();
        });
    }

    private static Activity reread(ActivityReader reader, ActivityWriter writer, Activity activity) {
        try {
            return reader.read(writer.write(activity));
        } catch (InvalidActivity e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyAttackThatWasAskedForHappensAndNoOther() {
        Set<Attack> asked = EnumSet.of(Attack.CARD_TESTING, Attack.SCRAPING);
        Set<Attack> seen = EnumSet.noneOf(Attack.class);
        new Simulation(50_000, 11, asked).play((activity, attack) -> {
            if (attack != null) {
                seen.add(attack);
            }
        });
        assertThat(seen).isEqualTo(asked);
    }

    @Test
    void mostTrafficIsInnocentRequests() {
        Map<Attack, Long> attacked = new EnumMap<>(Attack.class);
        Map<String, Long> types = new TreeMap<>();
        new Simulation(100_000, 13, ALL).play((activity, attack) -> {
            types.merge(activity.type().label(), 1L, Long::sum);
            if (attack != null) {
                attacked.merge(attack, 1L, Long::sum);
            }
        });
        assertThat(attacked.keySet()).isEqualTo(ALL);
        assertThat(attacked.values().stream().mapToLong(Long::longValue).sum()).isBetween(2_000L, 10_000L);
        assertThat(types.get("api-request")).isBetween(75_000L, 92_000L);
        assertThat(types.get("login")).isBetween(4_000L, 15_000L);
        assertThat(types.get("payment")).isBetween(1_000L, 10_000L);
        assertThat(types.get("signup")).isPositive();
    }

    @Test
    void theFileOfLabelsNamesTheAttackOfEachOfItsActivities() throws IOException {
        Path file = folder.resolve("traffic.ndjson.gz");
        SimulationFile.write(new Simulation(20_000, 17, Set.of(Attack.BRUTE_FORCE)), file, count -> {});
        String labels = Files.readString(folder.resolve("traffic.ndjson.gz.labels.json"));
        assertThat(labels).startsWith("{\n\"sim-").contains(":\"brute-force\"").endsWith("\n}\n");
        assertThat(labels).doesNotContain("card-testing");
    }
}
