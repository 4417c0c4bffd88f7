package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The percentile of an endpoint's peers is the one that counting by hand finds. */
class PeersTest {

    private static final long HOUR = Remembered.HOUR;
    private static final long START = 1_767_225_600_000L;
    private static final Hashing HASHING = new Hashing();

    private final Peers peers = new Peers(0, 0, HOUR);
    private final Cells cells = new Cells();

    private static long hash(String peer) {
        return HASHING.hash(peer);
    }

    private void use(long time, String peer, int times) {
        for (int i = 0; i < times; i++) {
            peers.add(cells, time, hash(peer));
        }
    }

    private void hour(int hour, int people, int times) {
        for (int i = 0; i < people; i++) {
            use(START + hour * HOUR + i, "p" + i, times);
        }
    }

    /** Remembers every count of every window, and looks at them all. */
    private static final class Oracle {

        private final Map<String, Long> current = new HashMap<>();
        private final List<Long> counts = new ArrayList<>();
        private final Set<String> met = new HashSet<>();
        private long window = Long.MIN_VALUE;
        private long percentile;

        void add(long time, String peer) {
            long next = Math.floorDiv(time, HOUR);
            if (next > window) {
                long most = percentile == 0 ? Long.MAX_VALUE : percentile + Math.max(1, percentile / 4);
                current.values().forEach(count -> counts.add(Math.min(count, most)));
                met.addAll(current.keySet());
                current.clear();
                window = next;
                percentile = percentileNow();
            }
            if (next == window) {
                current.merge(peer, 1L, Long::sum);
            }
        }

        private long percentileNow() {
            if (counts.size() < Peers.ENOUGH || met.size() < Peers.ENOUGH_PEERS) {
                return 0;
            }
            return counts.stream()
                    .sorted()
                    .skip((counts.size() * 999L + 999) / 1000 - 1)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givenFewEnoughPeers_thenItIsExact_alsoWhenActivitiesComeLate(long seed) {
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, 6_000, seed % 2 == 0 ? 2 * HOUR : 0);
        int spoke = 0;
        for (int i = 0; i < 100_000; i++) {
            // Within a week nothing fades; few enough uses have a bucket each.
            long time = START + (stream.next() - 1_700_000_000_000L);
            String peer = "p" + (int) Math.min(399, Math.abs(stream.random().nextGaussian() * 150));
            peers.add(cells, time, hash(peer));
            oracle.add(time, peer);
            assertThat(peers.percentile(cells)).isEqualTo(oracle.percentile);
            spoke += oracle.percentile > 0 ? 1 : 0;
            if (time > START + 6 * Remembered.DAY) {
                break;
            }
        }
        assertThat(spoke).isGreaterThan(1_000);
    }

    @Test
    void everyCountHasABucketWhoseEdgeIsAtMostASixteenthAboveIt() {
        int last = 0;
        for (long count = 1; count <= Tallied.LARGEST; count++) {
            int bucket = Peers.bucket(count);
            assertThat(bucket == last || bucket == last + 1).isTrue();
            assertThat(Peers.upperEdge(bucket) >= count && 16 * (Peers.upperEdge(bucket) - count) <= count)
                    .isTrue();
            last = bucket;
        }
        assertThat(last).isEqualTo(271);
    }

    @Test
    void givenTooFewCounts_orTooFewPeers_thenItSaysNothing() {
        hour(0, 99, 5);
        hour(1, 1, 1);
        assertThat(peers.percentile(cells)).isZero();
        hour(2, 1, 1);
        assertThat(peers.percentile(cells)).isEqualTo(5);
    }

    @Test
    void givenACustomerOfThree_thenItNeverSpeaks_andOneOfThirtyIsAnsweredAfterSomeDays() {
        IntStream.range(0, 24 * 30).forEach(hour -> hour(hour, 3, 4));
        assertThat(peers.percentile(cells)).isZero();

        Peers ofDays = new Peers(1, 0, Remembered.DAY);
        int day = 0;
        while (ofDays.percentile(cells) == 0) {
            for (int i = 0; i < 30; i++) {
                ofDays.add(cells, START + day * Remembered.DAY, hash("p" + i));
            }
            day++;
        }
        assertThat(day).isEqualTo(5);
    }

    @Test
    void givenPeersWhoLeft_thenItFallsSilentAfterTwoWeeks() {
        IntStream.range(0, 24).forEach(hour -> hour(hour, 30, 4));
        int hour = 24;
        for (; hour < 24 * 8; hour++) {
            hour(hour, 3, 4);
        }
        assertThat(peers.percentile(cells)).isEqualTo(4);
        for (; hour < 24 * 16; hour++) {
            hour(hour, 3, 4);
        }
        assertThat(peers.percentile(cells)).isZero();
    }

    @Test
    void givenHabitsThatShrink_thenTheOldOnesFade() {
        for (int hour = 0; hour < 24 * 7; hour++) {
            hour(hour, 30, 20);
        }
        assertThat(peers.percentile(cells)).isEqualTo(20);
        for (int hour = 24 * 7; hour < 24 * 7 * 10; hour++) {
            hour(hour, 30, 2);
        }
        assertThat(peers.percentile(cells)).isEqualTo(2);
    }

    @Test
    void givenAnAttackOfHours_thenItDoesNotBecomeTheMeasure() {
        for (int hour = 0; hour < 20; hour++) {
            hour(hour, 30, 4);
        }
        for (int hour = 20; hour < 25; hour++) {
            use(START + hour * HOUR, "attacker", 200);
            assertThat(200.0 / peers.percentile(cells)).isGreaterThan(20);
        }
        for (int hour = 25; hour < 50; hour++) {
            hour(hour, 30, 40);
        }
        assertThat(peers.percentile(cells)).isBetween(40L, 42L); // what all do, is usual a day later
    }

    @Test
    void givenAHundredThousandPeers_thenItStaysSmall_andKnowsThePercentileOfAll() {
        Random random = new Random(5);
        List<Long> counts = new ArrayList<>();
        for (int hour = 0; hour < 8; hour++) {
            for (int i = 0; i < 100_000; i++) {
                int times = 1 + (int) (-3 * Math.log(1 - random.nextDouble()));
                counts.add((long) times);
                for (int j = 0; j < times; j++) {
                    peers.add(cells, START + hour * HOUR + i, hash("p" + i));
                }
            }
            assertThat(Copies.bytes(cells)).hasSizeLessThan(Long.BYTES * 1_400);
        }
        use(START + 8 * HOUR, "p", 1);
        long exact = counts.stream()
                .sorted()
                .skip(counts.size() * 999L / 1000)
                .findFirst()
                .orElseThrow();
        assertThat((double) peers.percentile(cells) / exact).isBetween(0.75, 1.35);
    }

    @Test
    void givenPeersByTheMillion_whoseHashesWereChosen_thenTheyWeighNoMoreThanAWindowOfOthers() {
        for (int hour = 0; hour < 24 * 5; hour++) {
            hour(hour, 200, 10);
        }
        for (int hour = 24 * 5; hour < 24 * 5 + 6; hour++) {
            for (long i = 1; i <= 5_000; i++) {
                peers.add(cells, START + hour * HOUR, i << Tallied.BITS);
            }
        }
        use(START + 24 * 6 * HOUR, "p", 1);
        assertThat(peers.percentile(cells)).isEqualTo(10);
    }

    @Test
    void givenAWindowOfSoManyThatItSampled_thenInTheNextOnesEverybodyCounts() {
        hour(0, 100_000, 1);
        for (int hour = 1; hour <= 24 * 5; hour++) {
            hour(hour, 30, 4);
        }
        assertThat(peers.percentile(cells)).isEqualTo(4);
    }

    @Test
    void givenAnEndlessCountBeforeAnybodyElse_thenItIsNotTheMeasure() {
        use(START, "p", (int) Tallied.LARGEST + 5);
        hour(1, 120, 1);
        hour(2, 1, 1);
        assertThat(peers.percentile(cells)).isEqualTo(Peers.OUTLIER);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 600, 5_000})
    void givenItIsWrittenAndReadAtAnyCut_thenItGoesOnAlike(int people) {
        Stream stream = new Stream(people, 4_000, 2 * HOUR);
        Cells copy = new Cells();
        for (int i = 0; i < 40_000; i++) {
            long time = stream.next();
            long peer = hash("p" + stream.random().nextInt(people));
            peers.add(cells, time, peer);
            peers.add(copy, time, peer);
            if (i % 97 == 0) {
                copy = Copies.copy(copy);
            }
            assertThat(peers.percentile(copy)).isEqualTo(peers.percentile(cells));
        }
        assertThat(Copies.bytes(copy)).isEqualTo(Copies.bytes(cells));
    }
}
