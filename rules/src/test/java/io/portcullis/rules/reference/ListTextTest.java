package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTextTest {

    @Test
    void givenMoreEntriesThanAListMayHave_thenTheFirstTooManyIsTheError() {
        List<String> errors = new ArrayList<>();
        long[] entries = {0};

        ListText.read(
                "lists/mine.txt",
                "# mine\n" + "d-1\n".repeat(Bounds.LIST_ENTRIES + 2),
                false,
                entry -> entries[0]++,
                error -> errors.add(error.toString()));

        assertThat(entries[0]).isEqualTo(Bounds.LIST_ENTRIES);
        assertThat(errors)
                .containsExactly("lists/mine.txt:2000002:1: error: the list has more than 2000000 entries, the limit");
    }
}
