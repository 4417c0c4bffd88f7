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

    private static final long WIDTH = 600_000;
    private static final double FOUR_STANDARD_ERRORS = 4 / Math.sqrt(128);
    private static final Hashing HASHING = new Hashing();

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
    }

    private static long value(long number) {
        return HASHING.hash("value " + number);
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 0, 200", "2, 4000, 700000, 200", "3, 100, 0, 256", "4, 100, 590000, 256"})
    void givenFewValues_thenItIsExact(long seed, long step, long late, int values) {
        DistinctSet set = new DistinctSet(WIDTH);
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 5_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(time, value, stream.now());
            oracle.add(time, value);
            assertThat(set.size(stream.now())).isEqualTo(oracle.size(stream.now()));
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
        DistinctSet set = new DistinctSet(WIDTH);
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 60_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(time, value, stream.now());
            oracle.add(time, value);
            if (i % 200 == 0) {
                long truth = oracle.size(stream.now());
                assertThat((double) set.size(stream.now()))
                        .isCloseTo((double) truth, within(FOUR_STANDARD_ERRORS * truth));
            }
        }
    }

    @Test
    void givenAnAttackThatFades_thenItsRestIsStillCounted_toAFractionOfItsHeight() {
        DistinctSet set = new DistinctSet(WIDTH);
        Oracle oracle = new Oracle();
        long height = 0;
        long now = 0;
        for (int i = 0; i < 40_000; i++) {
            now += i < 20_000 ? 20 : 20 + (i - 20_000) / 10;
            set.add(now, value(i), now);
            oracle.add(now, value(i));
            if (i % 100 == 0) {
                long truth = oracle.size(now);
                height = Math.max(height, truth);
                double tolerance = FOUR_STANDARD_ERRORS * Math.max((double) truth, Math.sqrt((double) height * truth));
                assertThat((double) set.size(now)).as("value %d", i).isCloseTo((double) truth, within(tolerance));
            }
        }
        assertThat(oracle.size(now)).isLessThan(400);
    }

    @Test
    void givenAnAttackThatIsOver_thenItIsExactAgain() {
        DistinctSet set = new DistinctSet(WIDTH);
        for (int i = 0; i < 100_000; i++) {
            set.add(i, value(i), i);
        }
        assertThat(set.size(100_000 + WIDTH)).isZero();
        for (int i = 0; i < 256; i++) {
            set.add(200_000 + WIDTH, value(i), 200_000 + WIDTH);
        }
        assertThat(set.size(200_000 + WIDTH)).isEqualTo(256);
    }

    @Test
    void givenAValueAgain_thenItLastsFromItsLatestSighting() {
        DistinctSet set = new DistinctSet(1_000);
        set.add(1_000, value(1), 1_000);
        set.add(1_500, value(1), 1_500);
        set.add(1_200, value(1), 1_500);
        assertThat(set.size(2_499)).isEqualTo(1);
        assertThat(set.size(2_500)).isZero();
    }

    @Test
    void givenHoweverMany_thenItStaysSmall() {
        DistinctSet set = new DistinctSet(WIDTH);
        Stream stream = new Stream(9, 2, 500_000);
        for (int i = 0; i < 200_000; i++) {
            set.add(stream.next(), value(i), stream.now());
            if (i % 1_000 == 0) {
                assertThat(Copies.bytes(set)).hasSizeLessThanOrEqualTo(16 + 17 * DistinctSet.EXACT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4000, 0, 200", "2, 60, 0, 100000", "3, 60, 500000, 1000", "4, 900, 590000, 10000"})
    void givenItIsWrittenAndReadInMidStream_thenItGoesOnAlike(long seed, long step, long late, int values) {
        DistinctSet set = new DistinctSet(WIDTH);
        DistinctSet copy = new DistinctSet(WIDTH);
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 10_000; i++) {
            long time = stream.next();
            long value = value(stream.random().nextInt(values));
            set.add(time, value, stream.now());
            copy.add(time, value, stream.now());
            if (i % 97 == 0) {
                copy.expire(stream.now());
                copy = Copies.copy(copy, new DistinctSet(WIDTH));
            }
            assertThat(copy.size(stream.now())).isEqualTo(set.size(stream.now()));
        }
        assertThat(Copies.bytes(copy)).isEqualTo(Copies.bytes(set));
    }

    @Test
    void givenAnAttackerWhoChoosesValuesThatTheSampleLeavesOut_thenTheyCountAsMany_forAWindow() {
        DistinctSet set = new DistinctSet(WIDTH);
        long most = 0;
        for (int i = 0; i < 10_000; i++) {
            set.add(i, 2L * i + 1, i);
            most = Math.max(most, set.size(i));
            assertThat(set.size(i)).isGreaterThanOrEqualTo(Math.min(i + 1, DistinctSet.EXACT));
        }
        assertThat(most).isEqualTo(DistinctSet.EXACT);
        assertThat(set.size(10_000 + WIDTH)).isZero();
    }
}
