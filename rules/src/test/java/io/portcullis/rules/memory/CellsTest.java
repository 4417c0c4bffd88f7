package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

    private final Cells cells = new Cells();

    private List<Long> words(int slot) {
        int at = cells.at(slot);
        List<Long> words = new ArrayList<>();
        for (int i = 0; at != Cells.NOWHERE && i < cells.used(at); i++) {
            words.add(cells.get(at + i));
        }
        return words;
    }

    @Test
    void givenASlotThatWasNeverFilled_thenItIsNowhere() {
        assertThat(cells.at(90)).isEqualTo(Cells.NOWHERE);
        cells.open(90, 0, 2);
        assertThat(cells.at(90)).isNotEqualTo(Cells.NOWHERE);
        assertThat(cells.at(89)).isEqualTo(Cells.NOWHERE);
        assertThat(cells.at(500)).isEqualTo(Cells.NOWHERE);
    }

    @Test
    void givenASlotIsOpenedAgain_thenItKeepsItsWords() {
        int at = cells.open(3, 2, 2);
        assertThat(words(3)).containsExactly(0L, 0L);
        cells.set(at + 1, -7);
        assertThat(cells.open(3, 1, 9)).isEqualTo(at);
        assertThat(words(3)).containsExactly(0L, -7L);
    }

    @Test
    void givenASlotIsForgotten_thenItIsAsIfItWasNeverFilled_andOthersStay() {
        cells.set(cells.open(2, 1, 1), 5);
        cells.note(cells.open(3, 2, 2), 9);
        cells.set(cells.at(3) + 1, -7);
        cells.forget(3);
        cells.forget(40);
        assertThat(cells.at(3)).isEqualTo(Cells.NOWHERE);
        assertThat(words(2)).containsExactly(5L);
        assertThat(cells.note(cells.open(3, 2, 2))).isZero();
        assertThat(words(3)).containsExactly(0L, 0L);
    }

    @Test
    void givenRegionsThatGrowAndShrinkInTurns_thenEachKeepsItsWordsInOrder_andItsNote() {
        Random random = new Random(5);
        List<List<Long>> expected = new ArrayList<>();
        for (int slot = 0; slot < 40; slot++) {
            cells.note(cells.open(slot, 0, 1 + random.nextInt(3)), -slot);
            expected.add(new ArrayList<>());
        }
        for (int step = 0; step < 50_000; step++) {
            int slot = random.nextInt(40);
            List<Long> words = expected.get(slot);
            int offset = random.nextInt(words.size() + 1);
            if (words.size() < 4 * slot && random.nextInt(5) > 1) {
                long word = random.nextLong();
                cells.set(cells.insert(slot, offset, 1) + offset, word);
                words.add(offset, word);
            } else if (offset < words.size()) {
                cells.remove(cells.at(slot), offset, 1);
                words.remove(offset);
            }
            assertThat(words(slot)).isEqualTo(words);
        }
        for (int slot = 0; slot < 40; slot++) {
            assertThat(words(slot)).isEqualTo(expected.get(slot));
            assertThat(cells.note(cells.at(slot))).isEqualTo(-slot);
        }
    }

    @Test
    void givenALargeRegion_thenItsHeaderHoldsItsSizes_whateverItNotes() {
        cells.note(cells.open(0, 0, 1), Integer.MIN_VALUE);
        for (int i = 0; i < 1_000; i++) {
            cells.set(cells.insert(0, i, 1) + i, i);
        }
        assertThat(words(0)).hasSize(1_000).endsWith(998L, 999L);
        assertThat(cells.note(cells.at(0))).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void givenARegionThatWasEmptied_thenItGivesItsRoomBackOnceOthersNeedIt() {
        for (int i = 0; i < 500; i++) {
            cells.insert(0, cells.used(cells.open(0, 0, 1)), 1);
        }
        cells.remove(cells.at(0), 0, 500);
        int full = cells.room(cells.at(0));
        for (int i = 0; i < 2_000; i++) {
            cells.insert(1, cells.used(cells.open(1, 0, 1)), 1);
        }
        assertThat(full).isBetween(500, 800);
        assertThat(cells.room(cells.at(0))).isLessThan(8);
        cells.set(cells.insert(0, 0, 1), 7);
        assertThat(words(0)).containsExactly(7L);
    }

    @Test
    void givenMoreWordsThanARegionCanHold_thenItRefuses_ratherThanSpoilItsHeader() {
        assertThatThrownBy(() -> cells.open(0, 0, 1 << 16)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenAFileThatTellsOfASlotTwice_thenItIsDamaged() {
        byte[] twice = {0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, -1, -1};
        assertThatThrownBy(() -> cells.readWords(new DataInputStream(new ByteArrayInputStream(twice))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("slot 1");
    }

    @Test
    void whatIsWrittenIsSlot_size_noteAndWords_theHighestBytesFirst() {
        cells.note(cells.open(258, 1, 1), -2);
        cells.set(cells.at(258), 0x0102_0304_0506_0708L);
        assertThat(Copies.bytes(cells)).containsExactly(1, 2, 0, 1, -1, -1, -1, -2, 1, 2, 3, 4, 5, 6, 7, 8, -1, -1);
    }

    @Test
    void givenTheSameWords_thenTheyAreWrittenAlike_whereverTheyLie() {
        Cells other = new Cells();
        for (int i = 0; i < 20; i++) {
            cells.set(cells.open(1, 20, 20) + i, i);
            other.open(1, 0, 1);
            other.set(other.insert(1, i, 1) + i, i);
            other.open(2, 0, 1);
            other.insert(2, i, 1);
        }
        cells.open(2, 20, 20);
        assertThat(Copies.bytes(other)).isEqualTo(Copies.bytes(cells));
        assertThat(Copies.bytes(Copies.copy(other))).isEqualTo(Copies.bytes(cells));
    }
}
