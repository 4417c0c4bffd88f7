package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {

    private static final long FOREVER = Long.MAX_VALUE / 4;
    private static final Hashing HASHING = new Hashing();
    private static final KindSchema NOTHING_ASKED = new KindSchema(List.of(), List.of());

    private static EntityMemory touch(Population population, String id, long hash, long time) {
        return population.touch(id, hash, hash, time, FOREVER, Long.MIN_VALUE);
    }

    @Test
    void givenMany_thenEachIsFoundAgain() {
        Population population = new Population(NOTHING_ASKED);
        Map<String, EntityMemory> known = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            String id = "id " + random.nextInt(50_000);
            EntityMemory found = touch(population, id, HASHING.hash(id), i);
            EntityMemory before = known.putIfAbsent(id, found);
            assertThat(found).isSameAs(before == null ? found : before);
            assertThat(found.id).isEqualTo(id);
        }
        assertThat(population.size()).isEqualTo(known.size());
        assertThat(population).hasSize(known.size());
    }

    @Test
    void givenHashesThatAreNeighbours_thenTheyAreTold() {
        Population population = new Population(NOTHING_ASKED);
        EntityMemory a = touch(population, "a", 42L << 32, 1);
        EntityMemory b = touch(population, "b", 42L << 32 | 1, 1);
        assertThat(a).isNotSameAs(b);
        assertThat(touch(population, "a", 42L << 32, 2)).isSameAs(a);
        assertThat(touch(population, "b", 42L << 32 | 1, 2)).isSameAs(b);
    }

    @Test
    void givenEqualHashes_thenTheirTagsTellThemApart() {
        Population population = new Population(NOTHING_ASKED);
        EntityMemory victim = population.touch("victim", 42, 17, 1, FOREVER, Long.MIN_VALUE);
        EntityMemory forged = population.touch("forged", 42, 18, 1, FOREVER, Long.MIN_VALUE);
        assertThat(forged).isNotSameAs(victim);
        assertThat(population.touch("victim", 42, 17, 2, FOREVER, Long.MIN_VALUE))
                .isSameAs(victim);
    }

    @Test
    void givenEqualTags_thenTheirHashesTellThemApart() {
        Population population = new Population(NOTHING_ASKED);
        EntityMemory one = population.touch("one", 42, 17, 1, FOREVER, Long.MIN_VALUE);
        assertThat(population.touch("other", 43, 17, 1, FOREVER, Long.MIN_VALUE))
                .isNotSameAs(one);
        assertThat(population.touch("one", 42, 17, 2, FOREVER, Long.MIN_VALUE)).isSameAs(one);
    }

    @Test
    void givenHashesThatAllCollide_thenEachIsFoundAgain_afterEvictionToo() {
        Population population = new Population(NOTHING_ASKED);
        Map<String, EntityMemory> known = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            String id = "id " + i;
            known.put(id, touch(population, id, -1L << 32 | i, i));
        }
        population.evictBefore(1_000);
        assertThat(population.size()).isEqualTo(2_000);
        for (int i = 1_000; i < 3_000; i++) {
            String id = "id " + i;
            assertThat(touch(population, id, -1L << 32 | i, i)).isSameAs(known.get(id));
        }
        assertThat(touch(population, "id 1", -1L << 32 | 1, 5_000)).isNotSameAs(known.get("id 1"));
    }

    @Test
    void givenSilentOnes_whenRoomIsShort_thenTheyMakeIt() {
        Population population = new Population(NOTHING_ASKED);
        for (int i = 0; i < 1_000_000; i++) {
            population.touch("id " + i, HASHING.hash("id " + i), HASHING.hash("id " + i), i, FOREVER, i - 1_000);
        }
        assertThat(population.size()).isLessThan(4_000);
    }

    @Test
    void givenMoreThanAreRemembered_thenThoseWhoCameButOnceGoFirst_theLongestSilentBeforeOthers() {
        Population population = new Population(NOTHING_ASKED, 4_000);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1_000; i++) {
                touch(population, "regular " + i, HASHING.hash("regular " + i), 2_000L * round + i);
            }
        }
        EntityMemory regular = touch(population, "regular 0", HASHING.hash("regular 0"), 4_000);
        for (int i = 0; i < 1_000_000; i++) {
            touch(population, "made up " + i, HASHING.hash("made up " + i), 5_000 + i);
            assertThat(population.size()).isLessThanOrEqualTo(4_000);
        }
        assertThat(touch(population, "regular 0", HASHING.hash("regular 0"), 2_000_000))
                .isSameAs(regular);
    }

    @Test
    void givenAllAtTheSameInstant_thenThereIsRoomAllTheSame() {
        Population population = new Population(NOTHING_ASKED, 1_000);
        for (int i = 0; i < 100_000; i++) {
            touch(population, "id " + i, HASHING.hash("id " + i), 7);
            assertThat(population.size()).isLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void givenOneWhoWasSilentForTooLong_thenItBeginsAnew_whetherItsRoomWasNeededOrNot() {
        Population population = new Population(NOTHING_ASKED);
        population.touch("id", 42, 17, 1_000, 10_000, Long.MIN_VALUE);
        EntityMemory late = population.touch("id", 42, 17, 900, 10_000, 5_000);
        assertThat(late.firstSeen()).isEqualTo(900);
        assertThat(late.lastSeen()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 1", "1073741824, 1", "-2147483648, 1", "1000, 1", "0, 0", "1024, 1024", "1024, -1"})
    void givenADamagedFile_thenItIsRefused_beforeItAsksForMoreThanThereIs(int capacity, int size) throws IOException {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(damaged);
        out.writeInt(capacity);
        out.writeInt(size);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(damaged.toByteArray()));
        assertThatThrownBy(() -> Population.read(in, NOTHING_ASKED, HASHING))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no table holds");
    }

    @Test
    void givenNobody_thenThereIsNoNext() {
        Iterator<EntityMemory> nobody = new Population(NOTHING_ASKED).iterator();
        assertThat(nobody).isExhausted();
        assertThatThrownBy(nobody::next).isInstanceOf(NoSuchElementException.class);
    }
}
