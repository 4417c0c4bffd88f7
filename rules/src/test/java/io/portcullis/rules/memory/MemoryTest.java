package io.portcullis.rules.memory;

import static io.portcullis.rules.memory.Remembered.DAY;
import static io.portcullis.rules.memory.Remembered.HOUR;
import static io.portcullis.rules.memory.Remembered.MINUTE;
import static io.portcullis.rules.memory.Remembered.age;
import static io.portcullis.rules.memory.Remembered.count;
import static io.portcullis.rules.memory.Remembered.distinct;
import static io.portcullis.rules.memory.Remembered.since;
import static io.portcullis.rules.memory.Remembered.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.entity.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long START = 1_767_225_600_000L;

    private static Remembered addresses() {
        return Remembered.of(
                count("login", "1h"),
                count("login.failed", "10m"),
                distinct("account", "1h"),
                since("login.failed"),
                standing(),
                age());
    }

    /** Logins of a few hundred addresses over some days, some of them late. */
    private static void login(Remembered remembered, Random random, int index) {
        long late = random.nextInt(10) == 0 ? random.nextLong(30 * MINUTE) : 0;
        remembered.observe(
                START + index * 20_000L - late,
                "192.0.2." + random.nextInt(300),
                "account " + random.nextInt(1000),
                random.nextBoolean() ? "login.failed" : "login.succeeded");
        if (random.nextInt(20) == 0) {
            remembered.memory().accuse(EntityKind.IP, 60 + random.nextInt(40));
        }
    }

    private static List<Number> answers(Remembered remembered) {
        return List.of(
                remembered.ip().count("login", "1h"),
                remembered.ip().count("login.failed", "10m"),
                remembered.ip().distinct("account", "", "1h"),
                remembered.ip().since("login.failed"),
                remembered.ip().standing(),
                remembered.ip().age());
    }

    @Nested
    @DisplayName("An entity")
    class AnEntity {

        @Test
        void givenAnActivity_thenItIsInTheAnswers() {
            Remembered remembered = addresses();
            remembered.observe(START, "a", "x", "login.failed").observe(START + MINUTE, "a", "y", "login.succeeded");
            assertThat(answers(remembered)).containsExactly(2L, 1L, 2L, 60L, 0.0, 60L);
        }

        @Test
        void givenOthers_thenTheirActivitiesAreNotItsOwn() {
            Remembered remembered = addresses();
            remembered.observe(START, "a", "x", "login").observe(START, "b", "x", "login");
            assertThat(remembered.ip().count("login", "1h")).isEqualTo(1);
        }

        @Test
        void givenAKindThatNoRuleAsks_thenNothingIsRemembered() {
            Remembered remembered = addresses().observe(START, "a", "x", "login");
            assertThat(remembered.memory().size()).isEqualTo(1);
            assertThat(remembered.memory().recollection(EntityKind.ACCOUNT).id())
                    .isEqualTo("x");
            assertThat(remembered.memory().recollection(EntityKind.ACCOUNT).age())
                    .isZero();
        }

        @Test
        void givenAQuestionThatNoRuleAsks_thenItIsAnError_neverASilentZero() {
            Remembered remembered = addresses().observe(START, "a", "x", "login");
            assertThatThrownBy(() -> remembered.ip().count("login", "2h"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no rule asks for count login, 2h");
        }

        @Test
        void givenALateActivity_thenItLandsInItsOwnPlace_andMovesNoClock() {
            Remembered remembered = addresses();
            remembered.observe(START + HOUR, "a", "x", "login");
            remembered.observe(START + 30 * MINUTE, "a", "y", "login.failed");
            assertThat(answers(remembered)).containsExactly(2L, 0L, 2L, 0L, 0.0, 1800L);
            remembered.observe(START + 91 * MINUTE, "a", "x", "login");
            assertThat(remembered.ip().count("login", "1h")).isEqualTo(2);
        }

        @Test
        void givenASilenceLongerThanTheHorizon_thenItBeginsAnew() {
            Remembered remembered = addresses();
            remembered.observe(START, "a", "x", "login.failed");
            remembered.observe(START + 30 * DAY, "a", "x", "login");
            assertThat(remembered.ip().age()).isEqualTo(30 * DAY / 1000);
            remembered.observe(START + 60 * DAY + 1, "a", "x", "login");
            assertThat(answers(remembered)).containsExactly(1L, 0L, 1L, Recollection.NEVER, 0.0, 0L);
        }

        @Test
        void givenAttackedFromEverywhere_thenItStaysSmall() {
            Remembered remembered = addresses();
            for (int i = 0; i < 100_000; i++) {
                remembered.observe(START + i, "a", "account " + i, "login.failed");
            }
            assertThat(remembered.save()).hasSizeLessThan(10_000);
            assertThat(remembered.ip().count("login", "1h")).isBetween(98_000L, 100_000L);
        }
    }

    @Nested
    @DisplayName("Forgetting")
    class Forgetting {

        @Test
        void givenManyWhoFallSilent_thenTheirRoomIsFreed() {
            Remembered remembered = Remembered.of(count("login", "1h"));
            for (int i = 0; i < 200_000; i++) {
                remembered.observe(START + i * 1_000L, "address " + i, null, "login");
            }
            assertThat(remembered.memory().size()).isLessThan(40_000);
        }

        @Test
        void givenActivitiesInOrder_thenNoneOfItShowsInAnAnswer() {
            Remembered crowded = addresses();
            Remembered alone = addresses();
            Random random = new Random(5);
            long time = START;
            for (int i = 0; i < 20_000; i++) {
                time += random.nextLong(10 * MINUTE);
                crowded.observe(time, "address " + i, "x", "login");
                if (random.nextInt(200) == 0) {
                    String ip = "192.0.2." + random.nextInt(20);
                    crowded.observe(time, ip, "account " + i, "login.failed");
                    alone.observe(time, ip, "account " + i, "login.failed");
                    assertThat(answers(crowded)).isEqualTo(answers(alone));
                }
            }
        }

        @Test
        void givenALoneActivityFromTheFuture_thenNobodyElseIsForgotten() {
            Remembered remembered = Remembered.of(count("login", "1h"));
            for (int i = 0; i < 100; i++) {
                remembered.observe(START + i, "address " + i, null, "login");
            }
            remembered.observe(START + 365 * DAY, "broken clock", null, "login");
            remembered.observe(START + MINUTE, "address 7", null, "login");
            assertThat(remembered.memory().size()).isEqualTo(101);
            assertThat(remembered.ip().count("login", "1h")).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("Its hash")
    class ItsHash {

        @Test
        void givenTheSameLog_thenItIsTheSame_liveOrRestoredInMidStream() {
            Remembered live = addresses();
            Remembered restored = addresses();
            Random liveRandom = new Random(3);
            Random restoredRandom = new Random(3);
            for (int i = 0; i < 30_000; i++) {
                login(live, liveRandom, i);
                login(restored, restoredRandom, i);
                if (i % 4_999 == 0) {
                    restored.restore(restored.save());
                } else {
                    assertThat(answers(restored)).isEqualTo(answers(live));
                }
                if (i % 1_000 == 0) {
                    assertThat(restored.memory().hash()).isEqualTo(live.memory().hash());
                }
            }
            assertThat(restored.memory().hash()).isEqualTo(live.memory().hash());
            // Who stands where among those who meet at the table's end is chance, as tags are secret.
            assertThat(restored.save()).hasSameSizeAs(live.save());
        }

        @Test
        void givenItIsTakenOrSavedInBetween_thenNothingChanges() {
            Remembered asked = addresses();
            Remembered left = addresses();
            Random askedRandom = new Random(4);
            Random leftRandom = new Random(4);
            for (int i = 0; i < 5_000; i++) {
                login(asked, askedRandom, i);
                asked.memory().hash();
                login(left, leftRandom, i);
            }
            assertThat(asked.memory().hash()).isEqualTo(left.memory().hash());
        }

        @Test
        void givenAnyOtherActivity_thenItDiffers() {
            List<Remembered> all = new ArrayList<>();
            all.add(addresses().observe(START, "a", "x", "login"));
            all.add(addresses().observe(START + 1, "a", "x", "login"));
            all.add(addresses().observe(START, "b", "x", "login"));
            all.add(addresses().observe(START, "a", "y", "login"));
            all.add(addresses().observe(START, "a", "x", "login.failed"));
            all.add(addresses().observe(START, "a", "x", "login").observe(START, "a", "x", "login"));
            all.add(addresses().observe(START, "a", "x", "login"));
            all.get(6).memory().accuse(EntityKind.IP, 60);
            assertThat(all).extracting(each -> each.memory().hash()).doesNotHaveDuplicates();
        }

        @Test
        void givenAnEmptyMemory_thenItIsThatOfAnother() {
            assertThat(addresses().memory().hash())
                    .isEqualTo(addresses().memory().hash());
        }
    }

    @Test
    void givenIdentifiersOfAnyKind_thenTheyAreSavedAndRestored() {
        Remembered remembered = Remembered.of(count("login", "1h"));
        String odd = "é\u0000\uD83D\uDE00\uD800" + "x".repeat(1_000);
        remembered.observe(START, odd, null, "login");
        remembered.restore(remembered.save());
        assertThat(remembered.observe(START, odd, null, "login").ip().count("login", "1h"))
                .isEqualTo(2);
    }
}
