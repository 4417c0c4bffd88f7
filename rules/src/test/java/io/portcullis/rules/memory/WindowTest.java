package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A window answers as counting by hand would. */
class WindowTest {

    private static final long WIDTH = 600_000;

    private final Cells cells = new Cells();

    private static Window window(long width, boolean counting) {
        return new Window(0, 0, width, counting);
    }

    /** Remembers everything. */
    private static final class Oracle {

        private record Entry(long time, long weight) {}

        private final List<Entry> entries = new ArrayList<>();

        void add(long time, long weight) {
            entries.add(new Entry(time, weight));
        }

        long since(long edge) {
            return entries.stream()
                    .filter(entry -> entry.time() > edge)
                    .mapToLong(Entry::weight)
                    .sum();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 32000, 0, true", "2, 32000, 0, false", "3, 50000, 700000, true", "4, 50000, 700000, false"})
    void givenFewEntries_thenItIsExact(long seed, long step, long late, boolean counting) {
        Window window = window(WIDTH, counting);
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 3_000; i++) {
            long time = stream.next();
            long weight = counting ? 1 : stream.random().nextLong(1_000) - 100;
            window.add(cells, time, weight, stream.now());
            oracle.add(time, weight);
            assertThat(window.total(cells, stream.now())).isEqualTo(oracle.since(stream.now() - WIDTH));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenNobodyAsksForLong_thenItIsExactNevertheless(boolean counting) {
        Window window = window(WIDTH, counting);
        Oracle oracle = new Oracle();
        Stream stream = new Stream(5, 32_000, 0);
        for (int i = 1; i <= 3_000; i++) {
            long time = stream.next();
            window.add(cells, time, 1, stream.now());
            oracle.add(time, 1);
            if (i % 200 == 0) {
                assertThat(window.total(cells, stream.now())).isEqualTo(oracle.since(stream.now() - WIDTH));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenMoreThanItHoldsOneByOne_whileNoneIsOld_thenNoneIsMissing(boolean counting) {
        Window window = window(WIDTH, counting);
        for (int i = 1; i <= 3 * Window.EXACT; i++) {
            window.add(cells, 100L * i, 1, 100L * i);
            assertThat(window.total(cells, 100L * i)).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @CsvSource({"20000, true", "500, true", "20000, false", "500, false"})
    void givenWordsOfTheSlotsOwn_thenTheyStay_andItAnswersAsWithoutThem(long step, boolean counting) {
        Window window = new Window(0, 2, WIDTH, counting);
        Window alone = new Window(1, 0, WIDTH, counting);
        Stream stream = new Stream(6, step, 0);
        window.add(cells, stream.next(), 1, stream.now());
        alone.add(cells, stream.now(), 1, stream.now());
        cells.set(cells.at(0), 7);
        cells.set(cells.at(0) + 1, 11);
        for (int i = 0; i < 3_000; i++) {
            long time = stream.next();
            window.add(cells, time, 1, stream.now());
            alone.add(cells, time, 1, stream.now());
            assertThat(window.total(cells, stream.now())).isEqualTo(alone.total(cells, stream.now()));
            assertThat(cells.get(cells.at(0))).isEqualTo(7);
            assertThat(cells.get(cells.at(0) + 1)).isEqualTo(11);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 600000, 5000, 0",
        "2, 600000, 500, 0",
        "3, 600000, 500, 500000",
        "4, 1000, 7, 0",
        "5, 1000, 7, 900",
        "6, 86400000, 60000, 80000000",
    })
    void givenManyEntries_thenItIsNeverTooHigh_andCoversAtLeast59SixtiethsOfTheWindow(
            long seed, long width, long step, long late) {
        Window window = window(width, false);
        Oracle oracle = new Oracle();
        Stream stream = new Stream(seed, step, late);
        for (int i = 0; i < 4_000; i++) {
            long time = stream.next();
            long weight = stream.random().nextLong(100);
            window.add(cells, time, weight, stream.now());
            oracle.add(time, weight);
            long edge = stream.now() - width;
            assertThat(window.total(cells, stream.now()))
                    .isBetween(oracle.since(edge + (width + 59) / 60 - 1), oracle.since(edge));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenHoweverMany_thenItStaysSmall(boolean counting) {
        Window window = window(WIDTH, counting);
        Stream stream = new Stream(7, 20, 590_000);
        for (int i = 0; i < 50_000; i++) {
            window.add(cells, stream.next(), 1, stream.now());
            if (i % 500 == 0) {
                window.expire(cells, stream.now());
                assertThat(Copies.bytes(cells)).hasSizeLessThanOrEqualTo(18 + 2 * Long.BYTES * Window.EXACT);
            }
        }
    }

    @Test
    void givenEntriesAtItsEdge_thenTheOldestInstantIsOut_andTheLatestIsIn() {
        Window window = window(1_000, true);
        window.add(cells, 5_000, 1, 5_000);
        assertThat(window.total(cells, 5_999)).isEqualTo(1);
        assertThat(window.total(cells, 6_000)).isZero();
    }

    @Test
    void givenAnEntryThatComesTooLate_thenItCountsForNothing() {
        Window window = window(1_000, true);
        window.add(cells, 4_000, 1, 5_000);
        assertThat(window.total(cells, 5_000)).isZero();
        window.add(cells, 4_001, 1, 5_000);
        assertThat(window.total(cells, 5_000)).isEqualTo(1);
    }

    @Test
    void givenAnAttackThatEnds_thenItIsExactAgain() {
        Window window = window(WIDTH, true);
        for (int i = 0; i < 1_000; i++) {
            window.add(cells, i, 1, i);
        }
        assertThat(window.total(cells, WIDTH + 1_000)).isZero();
        window.add(cells, WIDTH + 2_001, 1, WIDTH + 2_001);
        assertThat(window.total(cells, 2 * WIDTH + 2_000)).isEqualTo(1);
        assertThat(window.total(cells, 2 * WIDTH + 2_001)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 20000, 0", "2, 500, 0", "3, 500, 500000", "4, 9000, 500000"})
    void givenItIsWrittenAndReadInMidStream_thenItGoesOnAlike(long seed, long step, long late) {
        for (boolean counting : new boolean[] {true, false}) {
            Window window = window(WIDTH, counting);
            Cells cells = new Cells();
            Cells copy = new Cells();
            Stream stream = new Stream(seed, step, late);
            for (int i = 0; i < 3_000; i++) {
                long time = stream.next();
                long weight = counting ? 1 : stream.random().nextLong(1_000);
                window.add(cells, time, weight, stream.now());
                window.add(copy, time, weight, stream.now());
                if (i % 37 == 0) {
                    window.expire(copy, stream.now());
                    copy = Copies.copy(copy);
                }
                assertThat(window.total(copy, stream.now())).isEqualTo(window.total(cells, stream.now()));
            }
            assertThat(Copies.bytes(copy)).isEqualTo(Copies.bytes(cells));
        }
    }
}
