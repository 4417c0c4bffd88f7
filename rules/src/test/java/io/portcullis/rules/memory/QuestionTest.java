package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Question.Function;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @CsvSource({"1s, 1000", "30s, 30000", "10m, 600000", "24h, 86400000", "30d, 2592000000", "366d, 31622400000"})
    void givenAWindow_thenItIsItsMilliseconds(String window, long millis) {
        assertThat(WindowLiteral.millis(window)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "10", "m", "-1m", "1.5h", "1 h", "1H", "01m", "367d", "99999999h", "1w", "1m\n"})
    void givenNoWindow_thenItIsNone(String window) {
        assertThat(WindowLiteral.millis(window)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void givenAQuestion_thenItsLabelReadsLikeItsRule() {
        assertThat(new Question(Function.DISTINCT, "card", "payment.declined", "1h").label())
                .isEqualTo("distinct card, payment.declined, 1h");
        assertThat(new Question(Function.AGE, "", "", "").label()).isEqualTo("age");
    }

    @Test
    void givenTallies_thenTheirPartsAreCountedToo_andThoseNobodyAsksForAreNot() {
        Schema schema = new Schema(Map.of(
                EntityKind.IP,
                List.of(
                        new Question(Function.COUNT, "", "login", "1h"),
                        new Question(Function.COUNT, "", "login.failed", "1h"),
                        new Question(Function.SINCE, "", "signup", ""))));
        assertThat(subjects(schema, "login.failed.locked")).containsExactlyInAnyOrder("login", "login.failed");
        assertThat(subjects(schema, "login.succeeded", "signup")).containsExactlyInAnyOrder("login", "signup");
        assertThat(subjects(schema, "payment")).isEmpty();
    }

    private static List<String> subjects(Schema schema, String... tallies) {
        Selection counted = schema.marks(List.of(tallies)).of(EntityKind.IP.ordinal());
        List<SlotSpec> specs = schema.of(EntityKind.IP).specs();
        return IntStream.range(0, specs.size())
                .filter(counted::contains)
                .mapToObj(slot -> specs.get(slot).tally())
                .toList();
    }
}
