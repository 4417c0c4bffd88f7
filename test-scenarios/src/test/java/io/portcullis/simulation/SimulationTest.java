package io.portcullis.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    @Test
    void anotherMachineWithLittleMemoryGivesTheSameBytes() throws IOException, InterruptedException {
        Path here = folder.resolve("here.ndjson");
        Path there = folder.resolve("there.ndjson");
        SimulationFile.write(new Simulation(200_000, 7, ALL), here, count -> {});
        OtherMachine.write(200_000, 7, "40m", there);
        assertThat(there).hasSameBinaryContentAs(here);
        assertThat(folder.resolve("there.ndjson.labels.json"))
                .hasSameBinaryContentAs(folder.resolve("here.ndjson.labels.json"));
        assertThat(folder.resolve("there.ndjson.episodes.json"))
                .hasSameBinaryContentAs(folder.resolve("here.ndjson.episodes.json"));
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
        new Simulation(60_000, 3, ALL).play((activity, label) -> {
            assertThat(activity.occurredAt()).isAfterOrEqualTo(latest[0]);
            latest[0] = activity.occurredAt();
            count[0]++;
        });
        assertThat(count[0]).isEqualTo(60_000);
        assertThat(Duration.between(Simulation.START, latest[0])).isBetween(Duration.ofDays(6), Duration.ofDays(9));
    }

    @Test
    void everyActivityIsValidAndHasAnIdOfItsOwn() {
        ActivityReader reader = new ActivityReader(() -> "");
        ActivityWriter writer = new ActivityWriter();
        Set<String> ids = new HashSet<>();
        new Simulation(20_000, 5, ALL).play((activity, label) -> {
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
        new Simulation(50_000, 11, asked).play((activity, label) -> {
            if (label != null) {
                seen.add(label.attack());
            }
        });
        assertThat(seen).isEqualTo(asked);
    }

    @Test
    void everyAttackHasSeveralEpisodesSpreadOverTheWeekAndMostTrafficIsInnocent() {
        Map<Label, Instant> begun = new LinkedHashMap<>();
        Map<String, Long> types = new TreeMap<>();
        long[] attacked = {0};
        new Simulation(1_000_000, 19, ALL).play((activity, label) -> {
            types.merge(activity.type().label(), 1L, Long::sum);
            if (label != null) {
                begun.putIfAbsent(label, activity.occurredAt());
                attacked[0]++;
            }
        });
        assertThat(begun.keySet().stream().collect(Collectors.groupingBy(Label::attack, Collectors.counting())))
                .hasSize(ALL.size())
                .allSatisfy((attack, episodes) -> assertThat(episodes).isGreaterThanOrEqualTo(5));
        assertThat(begun.keySet().stream().map(Label::episode)).doesNotHaveDuplicates();
        assertThat(begun.values().stream()
                        .map(time -> time.atZone(ZoneOffset.UTC).getDayOfYear()))
                .contains(5, 6, 7, 8, 9, 10);
        assertThat(attacked[0]).isBetween(45_000L, 55_000L);
        assertThat(types.get("api-request")).isBetween(800_000L, 880_000L);
        assertThat(types.get("login")).isBetween(70_000L, 130_000L);
        assertThat(types.get("signup")).isBetween(12_000L, 30_000L);
        assertThat(types.get("payment")).isBetween(28_000L, 60_000L);
    }

    @Test
    void everyAttackHappensInASmallWorldToo() {
        Map<Attack, Long> attacked = new EnumMap<>(Attack.class);
        new Simulation(100_000, 13, ALL).play((activity, label) -> {
            if (label != null) {
                attacked.merge(label.attack(), 1L, Long::sum);
            }
        });
        assertThat(attacked.keySet()).isEqualTo(ALL);
        assertThat(attacked.values().stream().mapToLong(Long::longValue).sum()).isBetween(3_000L, 7_500L);
    }

    @Test
    void theShareOfAttacksIsAsAsked() {
        assertThat(attacked(1)).isBetween(700L, 1_300L);
        assertThat(attacked(20)).isBetween(17_000L, 23_000L);
    }

    private static long attacked(int share) {
        long[] attacked = {0};
        new Simulation(100_000, 3, Set.of(Attack.CARD_TESTING, Attack.BRUTE_FORCE), share, 7)
                .play((activity, label) -> attacked[0] += label == null ? 0 : 1);
        return attacked[0];
    }

    @Test
    void anEpisodeIsAboutAsLongAsTheAttackSays() {
        Map<Attack, Set<Label>> episodes = new EnumMap<>(Attack.class);
        Map<Attack, Long> activities = new EnumMap<>(Attack.class);
        new Simulation(1_000_000, 43, ALL, 40, 7).play((activity, label) -> {
            if (label != null) {
                episodes.computeIfAbsent(label.attack(), attack -> new HashSet<>())
                        .add(label);
                activities.merge(label.attack(), 1L, Long::sum);
            }
        });
        assertThat(activities).allSatisfy((attack, count) -> assertThat(
                        count / episodes.getOrDefault(attack, Set.of()).size())
                .isCloseTo(attack.activitiesOfAnEpisode(), withinPercentage(30)));
    }

    @Test
    void activitiesTakeAsManyDaysAsAsked() {
        assertThat(lasts(1)).isBetween(Duration.ofHours(18), Duration.ofHours(40));
        assertThat(lasts(28)).isBetween(Duration.ofDays(24), Duration.ofDays(32));
    }

    private static Duration lasts(int days) {
        Instant[] latest = {Simulation.START};
        new Simulation(100_000, 3, Set.of(), 5, days).play((activity, label) -> latest[0] = activity.occurredAt());
        return Duration.between(Simulation.START, latest[0]);
    }

    @Test
    void innocentsAloneAreAllInnocent() {
        new Simulation(50_000, 3, Set.of())
                .play((activity, label) -> assertThat(label).isNull());
    }

    @Test
    void attackersUseAddressesThatNobodyElseHas() {
        new Simulation(50_000, 23, ALL)
                .play((activity, label) -> assertThat(activity.entities().ip())
                        .matches(
                                label == null
                                        ? "(10|100|172|66\\.249|157\\.55\\.39)\\..*"
                                        : "(198\\.1[89]|198\\.51\\.100|203\\.0\\.113)\\..*"));
    }

    @Test
    void moreTrafficIsMorePeopleAndNotBusierOnes() {
        assertThat(accounts(120_000)).isCloseTo(4 * accounts(30_000), withinPercentage(10));
    }

    private static int accounts(long activities) {
        Set<String> accounts = new HashSet<>();
        new Simulation(activities, 29, Set.of()).play((activity, label) -> {
            if (activity.entities().account() != null) {
                accounts.add(activity.entities().account());
            }
        });
        return accounts.size();
    }

    @Test
    void manyPeopleLogInFromOneSchoolWithinMinutesAndSomeMistypeTheirPassword() {
        Set<String> pupils = new HashSet<>();
        Set<String> tablets = new HashSet<>();
        int[] failed = {0};
        new Simulation(100_000, 31, Set.of()).play((activity, label) -> {
            if (activity instanceof Login login
                    && "172.24.0.0".equals(activity.entities().ip())
                    && activity.occurredAt().isBefore(Simulation.START.plus(Duration.ofHours(12)))) {
                pupils.add(activity.entities().account());
                tablets.add(activity.entities().device());
                failed[0] += login.outcome().equals("failed") ? 1 : 0;
            }
        });
        assertThat(pupils).hasSizeGreaterThan(80);
        assertThat(tablets).hasSizeLessThanOrEqualTo(30);
        assertThat(failed[0]).isPositive();
    }

    @Test
    void thereAreSleepersByNight() {
        long[] byHour = new long[24];
        new Simulation(50_000, 37, Set.of())
                .play((activity, label) ->
                        byHour[activity.occurredAt().atZone(ZoneOffset.UTC).getHour()]++);
        assertThat(byHour[19]).isGreaterThan(4 * byHour[3]);
    }

    @Test
    void numbersOutOfTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(-1, 1, ALL))
                .withMessage("activities must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(1, 1, ALL, 51, 7))
                .withMessage("the share of attacks must be 1 to 50 percent, not 51");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Simulation(1, 1, ALL, 5, 0))
                .withMessage("days must be 1 to 60, not 0");
    }

    @Test
    void theFilesOfLabelsNameTheAttackAndTheEpisodeOfEachOfItsActivities() throws IOException {
        Path file = folder.resolve("traffic.ndjson.gz");
        SimulationFile.write(new Simulation(20_000, 17, Set.of(Attack.BRUTE_FORCE)), file, count -> {});
        String labels = Files.readString(folder.resolve("traffic.ndjson.gz.labels.json"));
        assertThat(labels).startsWith("{\n\"sim-").contains(":\"brute-force\"").endsWith("\"\n}\n");
        assertThat(labels).doesNotContain("card-testing");
        String episodes = Files.readString(folder.resolve("traffic.ndjson.gz.episodes.json"));
        assertThat(episodes).startsWith("{\n\"sim-").contains(":\"brute-force#").endsWith("\"\n}\n");
        assertThat(episodes.lines().count()).isEqualTo(labels.lines().count());
    }
}
