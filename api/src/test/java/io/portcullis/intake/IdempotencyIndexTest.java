package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdempotencyIndexTest {

    private static final int WINDOW = 50_000;

    private final IdempotencyIndex index = new IdempotencyIndex(WINDOW);
    private final List<String> log = new ArrayList<>();

    @Test
    void givenManyTimesItsWindow_thenItKnowsTheLastOnesAndNoOthers() {
        fill(7 * WINDOW);

        int last = log.size();
        assertThat(find("id-" + last)).isEqualTo(last);
        assertThat(find("id-" + (last - WINDOW + 1))).isEqualTo(last - WINDOW + 1);
        assertThat(find("id-" + (last - WINDOW))).isZero();
        assertThat(find("never")).isZero();
    }

    @Test
    void givenARewind_thenItForgetsWhatCameBehindAndTakesOthersThere() {
        fill(10);

        index.rewind(8);
        log.subList(8, 10).clear();
        fill(1);

        assertThat(find("id-8")).isEqualTo(8);
        assertThat(find("id-9")).isEqualTo(9);
        assertThat(find("id-10")).isZero();
    }

    @Test
    void givenAnActivityThatOnlyHashesAlike_thenItsCallerRejectsIt() {
        fill(1);

        assertThat(index.find("id-1", position -> false)).isZero();
    }

    @Test
    void givenASavedIndex_whenRestored_thenItKnowsTheSame() throws IOException {
        fill(2 * WINDOW + 17);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.save(new DataOutputStream(bytes));

        IdempotencyIndex restored = new IdempotencyIndex(WINDOW);
        restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        for (int position = WINDOW + 18; position <= log.size(); position++) {
            assertThat(find(restored, "id-" + position)).isEqualTo(position);
        }
        assertThat(find(restored, "id-" + WINDOW)).isZero();
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            log.add("id-" + (log.size() + 1));
            index.add(log.get(log.size() - 1), log.size());
        }
    }

    private long find(String id) {
        return find(index, id);
    }

    /** As the intake asks: hashes may collide, and the log tells. */
    private long find(IdempotencyIndex of, String id) {
        return of.find(
                id,
                position -> position <= log.size()
                        && log.get(Math.toIntExact(position) - 1).equals(id));
    }
}
