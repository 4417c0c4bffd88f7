package io.portcullis.rules.memory;

import static io.portcullis.rules.memory.Remembered.DAY;
import static io.portcullis.rules.memory.Remembered.HOUR;
import static io.portcullis.rules.memory.Remembered.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.portcullis.rules.memory.Question.Function;
import org.junit.jupiter.api.Test;

/** What is new to an entity, what is usual for it, and how it goes about it. */
class HabitTest {

    private static final long START = 1_767_225_600_000L;
    private static final String IP = "192.0.2.1";

    private static Remembered asked(Function function, String subject, String tally, String window) {
        return Remembered.of(new Question(function, subject, tally, window));
    }

    @Test
    void givenAHistoryOfOthers_thenWhatNeverWasIsNew_andOnceSeenNoLonger() {
        Remembered address = asked(Function.IS_NEW, "account", "", "30d");
        address.observe(START, IP, "first", "login");
        address.observe(START + DAY, IP, "first", "login");
        assertThat(address.ip().isNew("account", "", "30d")).isFalse();

        address.observe(START + 2 * DAY, IP, "second", "login");
        assertThat(address.ip().isNew("account", "", "30d")).isTrue();
        address.observe(START + 3 * DAY, IP, "second", "login");
        assertThat(address.ip().isNew("account", "", "30d")).isFalse();
    }

    @Test
    void givenNoHistory_thenAllIsNew_andItsAgeTells() {
        Remembered address = asked(Function.IS_NEW, "account", "", "30d");
        address.observe(START, IP, "first", "login");
        assertThat(address.ip().isNew("account", "", "30d")).isTrue();
    }

    @Test
    void givenTenDaysOfHabit_thenTheUsualOfAnHourIsTheirMean() {
        Remembered address = asked(Function.USUAL, "", "login", "1h");
        for (int hour = 0; hour < 240; hour++) {
            for (int i = 0; i < 6; i++) {
                address.observe(START + hour * HOUR + i * 10L * MINUTE, IP, null, "login");
            }
        }
        assertThat(address.ip().usual("login", "1h")).isCloseTo(6, within(0.5));
    }

    @Test
    void givenItsFirstMinutes_thenTheUsualIsWhatItDid() {
        Remembered address = asked(Function.USUAL, "", "login", "1h");
        for (int i = 0; i < 10; i++) {
            address.observe(START + i * MINUTE, IP, null, "login");
        }
        assertThat(address.ip().usual("login", "1h")).isEqualTo(10);
    }

    @Test
    void givenASteadyPace_thenItIsRegular_alsoAfterARestart() {
        Remembered address = asked(Function.IRREGULARITY, "", "login", "");
        for (int i = 0; i < 40; i++) {
            address.observe(START + i * MINUTE, IP, null, "login");
        }
        assertThat(address.ip().irregularity("login")).isZero();
        long hash = address.memory().hash();
        address.restore(address.save());
        assertThat(address.memory().hash()).isEqualTo(hash);
        address.observe(START + 40 * MINUTE, IP, null, "login");
        assertThat(address.ip().irregularity("login")).isZero();
    }

    @Test
    void givenResourcesInOrder_thenTheirRunIsTold_alsoAfterARestart() {
        Remembered address = asked(Function.RUN, "", "", "");
        for (int i = 0; i < 12; i++) {
            address.request(START + i * 1_000L, IP, 100 + i);
        }
        assertThat(address.ip().run()).isEqualTo(12);
        address.restore(address.save());
        address.request(START + 13_000L, IP, 112);
        assertThat(address.ip().run()).isEqualTo(13);
    }

    @Test
    void givenAnEntityThatIsNotNamed_thenItHasNoHabits() {
        Remembered address = Remembered.of(
                new Question(Function.IS_NEW, "account", "", "30d"),
                new Question(Function.USUAL, "", "login", "1h"),
                new Question(Function.IRREGULARITY, "", "login", ""),
                new Question(Function.RUN, "", "", ""));
        assertThat(address.ip().isNew("account", "", "30d")).isFalse();
        assertThat(address.ip().usual("login", "1h")).isZero();
        assertThat(address.ip().irregularity("login")).isEqualTo(1);
        assertThat(address.ip().run()).isZero();
    }

    @Test
    void givenATally_thenOnlyItsActivitiesMakeAcquaintance() {
        Remembered address = Remembered.of(new Question(Question.Function.IS_NEW, "account", "login.succeeded", "30d"));
        address.observe(0, IP, "alice", "login.succeeded");
        address.observe(1, IP, "bob", "login.failed");
        assertThat(address.ip().isNew("account", "login.succeeded", "30d")).isFalse();
        address.observe(2, IP, "bob", "login.succeeded");
        assertThat(address.ip().isNew("account", "login.succeeded", "30d")).isTrue();
        address.observe(3, IP, "carol", "request");
        assertThat(address.ip().isNew("account", "login.succeeded", "30d")).isFalse();
    }

    @Test
    void givenTwoWhoTakeTurns_thenEachTurnIsASwitch_andOneWhoMovesSwitchesOnce() {
        Remembered address = Remembered.of(new Question(Question.Function.SWITCHES, "account", "", "1h"));
        address.observe(0, IP, "alice").observe(1, IP, "alice").observe(2, IP, null);
        assertThat(address.ip().switches("account", "", "1h")).isZero();
        address.observe(3, IP, "bob").observe(4, IP, "bob");
        assertThat(address.ip().switches("account", "", "1h")).isEqualTo(1);
        address.observe(5, IP, "alice").observe(6, IP, "bob");
        assertThat(address.ip().switches("account", "", "1h")).isEqualTo(3);
        address.restore(address.save()).observe(Remembered.HOUR + 4, IP, "alice");
        assertThat(address.ip().switches("account", "", "1h")).isEqualTo(3);
    }
}
