package io.portcullis.projections.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void givenACursor_whenItsWordIsRead_thenItIsTheSame() {
        Cursor cursor = new Cursor("score", -7, "an id with\nanything ✓");
        assertThat(Cursor.of(cursor.toString(), "score")).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm9uc2Vuc2U", "c2NvcmUgOTk5OTk5OTk5OTk5OTk5OTk5OTk5IGE"})
    void givenAnyOtherWord_whenRead_thenItIsRefused(String word) {
        assertThatThrownBy(() -> Cursor.of(word, "score")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenACursorOfAnotherOrder_whenRead_thenItIsRefused() {
        String word = new Cursor("lastSeen", 1, "a").toString();
        assertThatThrownBy(() -> Cursor.of(word, "score")).hasMessageContaining("cursor");
    }
}
