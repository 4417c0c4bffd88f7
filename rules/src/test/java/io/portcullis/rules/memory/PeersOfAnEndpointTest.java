package io.portcullis.rules.memory;

import static io.portcullis.rules.memory.Remembered.DAY;
import static io.portcullis.rules.memory.Remembered.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.memory.Question.Function;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far an address is beyond its peers at an endpoint. */
class PeersOfAnEndpointTest {

    private static final long START = 1_767_225_600_000L;
    private static final String EXPORT = "POST /v1/exports";

    private final Remembered memory = ofHours();

    private static Remembered ofHours() {
        return Remembered.of(new Question(Function.PEERS, "", "request", "1h"));
    }

    private void use(long time, String who, int times) {
        for (int i = 0; i < times; i++) {
            memory.use(time + i, who, EXPORT, "request");
        }
    }

    private double peers() {
        return memory.ip().peers("request", "1h");
    }

    /** Each of them exports one to six times an hour. */
    private void people(int people, int from, int to) {
        for (int hour = from; hour < to; hour++) {
            for (int i = 0; i < people; i++) {
                use(START + hour * HOUR + i * 20_000L, "p" + i, 1 + (i + hour) % 6);
            }
        }
    }

    @Test
    void givenFiftyTimesTheUsual_thenTheAttackerIsFarBeyondThem_andNobodyElseIs() {
        Random random = new Random(3);
        double highest = 0;
        for (int hour = 0; hour < 72; hour++) {
            for (int i = 0; i < 150; i++) {
                int times = 1 + random.nextInt(3) + (random.nextInt(50) == 0 ? 5 : 0);
                use(START + hour * HOUR + i * 20_000L, "p" + i, times);
                highest = hour < 8 ? 0 : Math.max(highest, peers());
            }
        }
        assertThat(highest).isBetween(0.8, 1.1);
        use(START + 72 * HOUR, "attacker", 100);
        assertThat(peers()).isGreaterThan(10);
    }

    @Test
    void givenAHundredThousandPeersAnHour_thenTheAttackerAmongThemIsFound() {
        double highest = 0;
        for (int hour = 0; hour < 2; hour++) {
            for (int i = 0; i < 100_000; i++) {
                int who = (int) (i * 7_919L % 100_000);
                use(START + hour * HOUR + i * 30L, "p" + who, 1 + who % 5 / 3);
                highest = Math.max(highest, peers());
                if (hour == 1 && i % 1_000 == 0) {
                    use(START + hour * HOUR + i * 30L, "attacker", 1);
                }
            }
        }
        assertThat(highest).isEqualTo(1);
        use(START + 2 * HOUR - 1, "attacker", 1);
        assertThat(peers()).isEqualTo(101 / 2.0);
    }

    @Test
    void givenTooFewKnown_thenItIsZero() {
        people(30, 0, 3);
        use(START + 3 * HOUR - 1, "attacker", 500);
        assertThat(peers()).isZero();
    }

    @Test
    void givenNoEndpoint_orAnother_orNoSuchActivity_thenItIsZero() {
        people(30, 0, 10);
        use(START + 10 * HOUR, "p0", 6);
        assertThat(peers()).isEqualTo(1);
        assertThat(memory.use(START + 10 * HOUR, "p1", EXPORT, "login").ip().peers("request", "1h"))
                .isZero();
        assertThat(memory.use(START + 10 * HOUR, "p0", null, "request").ip().peers("request", "1h"))
                .isZero();
        assertThat(memory.use(START + 10 * HOUR, null, EXPORT, "request").ip().peers("request", "1h"))
                .isZero();
        assertThat(memory.use(START + 10 * HOUR, "p0", "GET /", "request").ip().peers("request", "1h"))
                .isZero();
    }

    @Test
    void givenAnotherActivityInTheSameWindow_thenItAnswersAsBefore_andInTheNextOneNothingWasUsedYet() {
        people(30, 0, 10);
        use(START + 10 * HOUR, "p0", 12);
        assertThat(memory.use(START + 11 * HOUR - 1, "p0", EXPORT, "login").ip().peers("request", "1h"))
                .isEqualTo(2);
        assertThat(memory.use(START + 11 * HOUR, "p0", EXPORT, "login").ip().peers("request", "1h"))
                .isZero();
    }

    @Test
    void givenClocksThatAreFarAhead_thenWhatIsKnownStays() {
        people(30, 0, 10);
        for (int i = 0; i < 40; i++) {
            use(START + 10 * HOUR + (3 + i) * DAY, "broken", 1);
            assertThat(peers()).isZero();
        }
        use(START + 10 * HOUR, "p0", 6);
        assertThat(peers()).isEqualTo(1);
        use(START + 11 * HOUR, "p1", 18);
        assertThat(peers()).isEqualTo(3);
    }

    @Test
    void givenMoreEndpointsThanAreToldApart_thenCountsMayBeTooLow_neverTooHigh() {
        people(30, 0, 10);
        long now = START + 10 * HOUR;
        use(now, "p0", 6);
        for (int i = 0; i < 1_000; i++) {
            memory.use(now, "p0", "GET /" + i, "request");
        }
        use(now, "p0", 1);
        assertThat(peers()).isEqualTo(1 / 6.0);
    }

    @Test
    void givenAsManyEndpointsAsAreToldApart_andTwoMoreInTurn_thenTheirCountsGoOn() {
        people(30, 0, 10);
        long now = START + 10 * HOUR;
        for (int i = 0; i < 32; i++) {
            memory.use(now, "p0", "GET /" + i % 16, "request");
        }
        for (int i = 0; i < 6; i++) {
            use(now, "p0", 1);
            memory.use(now, "p0", "GET /another", "request");
        }
        use(now, "p0", 1);
        assertThat(peers()).isEqualTo(7 / 6.0);
    }

    @Test
    void givenAMonthOfSilence_thenAllIsForgotten() {
        people(30, 0, 10);
        for (int hour = 10; hour < 24 * 32; hour += 12) {
            memory.use(START + hour * HOUR, "p0", "GET /", "request");
        }
        use(START + 24 * 32 * HOUR, "p0", 100);
        assertThat(peers()).isZero();
    }

    @Test
    void givenItIsAskedAndHashed_orSavedAndRestored_orLeftAlone_thenItIsTheSame() {
        Remembered asked = ofHours();
        Remembered left = ofHours();
        Random random = new Random(9);
        Stream stream = new Stream(9, 20_000, 90 * Remembered.MINUTE);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            long time = stream.next() + (random.nextInt(1_000) == 0 ? 40 * DAY : 0);
            String who = "p" + random.nextInt(40);
            String endpoint = random.nextInt(4) == 0 ? null : "GET /" + random.nextInt(20);
            String tally = random.nextBoolean() ? "request" : "login";
            asked.use(time, who, endpoint, tally);
            sum += asked.ip().peers("request", "1h");
            if (i % 501 == 0) {
                asked.memory().hash();
                asked.restore(asked.save());
            }
            left.use(time, who, endpoint, tally);
        }
        assertThat(sum).isPositive();
        assertThat(asked.memory().hash()).isEqualTo(left.memory().hash());
        assertThat(asked.save()).isEqualTo(left.save());
    }
}
