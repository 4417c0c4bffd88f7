package io.portcullis.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression of a few characters can be written out to billions of parts. */
class RepetitionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc 3",
                "a{3} 3",
                "a{2,40}b 41",
                "(ab){10} 20",
                "((a{2}){3}){4} 24",
                "[a-z]{5} 5",
                "[]x]{5} 5",
                "\\d{5} 5",
                "\\{5} 3",
                "(?i)ab+c* 7",
                "((a{0,100}){0,100}){0,20}b 200001",
                "((((a{0,100}){0,100}){0,100}){0,100}){0,100}b 1000000",
            })
    void isCountedAsItIsWrittenOut(String regex, long parts) {
        assertThat(Repetition.size(regex)).isBetween(parts - 2, parts + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{0,1000}){0,1000})b", "((a{0,100}){0,100}){0,20}b", "(a|b{900}){3}"})
    void givenTooMuch_thenItIsRefused(String regex) {
        assertThatThrownBy(() -> new Patterns.Builder().add(regex))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("it repeats too much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{0,1000}b", "(?i)/v1/users/\\d{1,20}/.*", "[[:alpha:]]{2,10}", "\\Q{9}{9}\\E{2}"})
    void givenWhatIsUsual_thenItIsTaken(String regex) {
        assertThatCode(() -> new Patterns.Builder().add(regex)).doesNotThrowAnyException();
    }
}
