package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A distinct set answers as remembering every value would. */
class DistinctSetTest {

    private static final long START = 1_767_225_600_000L;
    private static final long WIDTH = 600_000;
    private static final double FOUR_STANDARD_ERRORS = 4 / Math.sqrt(128);
    private static final Hashing HASHING = new Hashing();

    private final DistinctSet set = new DistinctSet(0, 0, WIDTH);
    private final Cells cells = new Cells();

    /** Remembers everything. */
    private static final class Oracle {

        private final Map<Long, Long> latest = new HashMap<>();

        void add(long time, long value) {
            latest.merge(value, time, Math::max);
        }

        long size(long now) {
            latest.values().removeIf(time -> time <= now - 3 * WIDTH);
            return latest.values().stream().filter(time -> time > now - WIDTH).count();
        }

        boolean knows(long value, long now) {
            return latest.getOrDefault(value, Long.MIN_VALUE) > now - WIDTH;
        }
    }

    private static long value(long number) {
        return HASHING.hash("value " + number);
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 0, 200", "2, 4000, 700000, 200", "3, 100, 0, 256", "4, 100, 590000, 256"})
    void givenFewValues_thenItIsExact(long seed, long step, long late, int values) {
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 5_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(cells, time, value, stream.now());
            oracle.add(time, value);
            assertThat(set.size(cells, stream.now())).isEqualTo(oracle.size(stream.now()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 0, 200", "2, 4000, 700000, 200", "3, 20000, 0, 1000", "4, 20000, 700000, 1000"})
    void givenFewValues_thenOneIsNewWhenItsWindowHasNotSeenIt(long seed, long step, long late, int values) {
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 5_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            boolean novel = time > stream.now() - WIDTH && !oracle.knows(value, stream.now());
            assertThat(set.add(cells, time, value, stream.now())).isEqualTo(novel);
            oracle.add(time, value);
        }
    }

    @Test
    void givenNobodyAsksForLong_thenItIsExactNevertheless() {
        Oracle oracle = new Oracle();
        Stream stream = new Stream(5, 20_000, 0);
        for (int i = 1; i <= 10_000; i++) {
            long time = stream.next();
            set.add(cells, time, value(i), stream.now());
            oracle.add(time, value(i));
            if (i % 1_000 == 0) {
                assertThat(set.size(cells, stream.now())).isEqualTo(oracle.size(stream.now()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60, 0, 1000",
        "2, 60, 0, 100000",
        "3, 60, 500000, 1000",
        "4, 6, 0, 1000000",
        "5, 6, 590000, 5000",
        "6, 600, 0, 1000",
    })
    void givenManyValues_thenItIsWithinFourStandardErrors(long seed, long step, long late, int values) {
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 60_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(cells, time, value, stream.now());
            oracle.add(time, value);
            if (i % 200 == 0) {
                long truth = oracle.size(stream.now());
                assertThat((double) set.size(cells, stream.now()))
                        .isCloseTo((double) truth, within(FOUR_STANDARD_ERRORS * truth));
            }
        }
    }

    @Test
    void givenAnAttackThatFades_thenItsRestIsStillCounted_toAFractionOfItsHeight() {
        Oracle oracle = new Oracle();
        long height = 0;
        long now = 0;
        for (int i = 0; i < 40_000; i++) {
            now += i < 20_000 ? 20 : 20 + (i - 20_000) / 10;
            set.add(cells, now, value(i), now);
            oracle.add(now, value(i));
            if (i % 100 == 0) {
                long truth = oracle.size(now);
                height = Math.max(height, truth);
                double tolerance = FOUR_STANDARD_ERRORS * Math.max((double) truth, Math.sqrt((double) height * truth));
                assertThat((double) set.size(cells, now))
                        .as("value %d", i)
                        .isCloseTo((double) truth, within(tolerance));
            }
        }
        assertThat(oracle.size(now)).isLessThan(400);
    }

    @Test
    void givenAnAttackThatIsOver_thenItIsExactAgain() {
        for (int i = 0; i < 100_000; i++) {
            set.add(cells, i, value(i), i);
        }
        assertThat(set.size(cells, 100_000 + WIDTH)).isZero();
        for (int i = 0; i < 256; i++) {
            set.add(cells, 200_000 + WIDTH, value(i), 200_000 + WIDTH);
        }
        assertThat(set.size(cells, 200_000 + WIDTH)).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({"100000, 1", "100000, 50", "100000, 200", "1000, 200", "2000, 200", "4000, 250"})
    void givenAnAttackThatIsOver_whileOthersGoOn_thenTheyAreCountedExactly(int attack, int others) {
        long now = START;
        for (int i = 0; i < attack; i++) {
            now++;
            set.add(cells, now, value(i), now);
        }
        for (int i = 0; i < 20 * others; i++) {
            now += 3 * WIDTH / (20L * others);
            set.add(cells, now, value(i % others), now);
        }
        assertThat(set.size(cells, now)).isEqualTo(others);
    }

    @Test
    void givenValuesBeyondWhatItHolds_thenNoneIsSaidToBeNew() {
        for (int i = 0; i < DistinctSet.EXACT + 1; i++) {
            assertThat(set.add(cells, START + i, value(i), START + i)).isTrue();
        }
        for (int i = DistinctSet.EXACT + 1; i < 10_000; i++) {
            assertThat(set.add(cells, START + i, value(i), START + i)).isFalse();
        }
    }

    @Test
    void givenAValueAgain_thenItLastsFromItsLatestSighting() {
        DistinctSet set = new DistinctSet(0, 0, 1_000);
        set.add(cells, 1_000, value(1), 1_000);
        set.add(cells, 1_500, value(1), 1_500);
        set.add(cells, 1_200, value(1), 1_500);
        assertThat(set.size(cells, 2_499)).isEqualTo(1);
        assertThat(set.size(cells, 2_500)).isZero();
    }

    @Test
    void givenHoweverMany_thenItStaysSmall() {
        Stream stream = new Stream(9, 2, 500_000);
        for (int i = 0; i < 200_000; i++) {
            set.add(cells, stream.next(), value(i), stream.now());
            if (i % 1_000 == 0) {
                assertThat(Copies.bytes(cells)).hasSizeLessThanOrEqualTo(26 + 16 * DistinctSet.EXACT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 0, 200", "2, 60, 0, 100000", "3, 60, 500000, 1000", "4, 900, 590000, 10000"})
    void givenItIsWrittenAndReadInMidStream_thenItGoesOnAlike(long seed, long step, long late, int values) {
        Cells copy = new Cells();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 10_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(cells, time, value, stream.now());
            set.add(copy, time, value, stream.now());
            if (i % 97 == 0) {
                set.expire(copy, stream.now());
                copy = Copies.copy(copy);
            }
            assertThat(set.size(copy, stream.now())).isEqualTo(set.size(cells, stream.now()));
        }
        assertThat(Copies.bytes(copy)).isEqualTo(Copies.bytes(cells));
    }

    @Test
    void givenAnAttackerWhoChoosesValuesThatTheSampleLeavesOut_thenTheyCountAsMany_forAWindow() {
        long most = 0;
        for (int i = 0; i < 10_000; i++) {
            long now = START + i;
            set.add(cells, now, 2L * i + 1, now);
            most = Math.max(most, set.size(cells, now));
            assertThat(set.size(cells, now)).isGreaterThanOrEqualTo(Math.min(i + 1, DistinctSet.EXACT));
        }
        assertThat(most).isEqualTo(DistinctSet.EXACT);
        assertThat(set.size(cells, START + 10_000 + WIDTH)).isZero();
    }
}
