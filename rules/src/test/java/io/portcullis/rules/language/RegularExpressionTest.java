package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {

    private static List<String> errors(String regex) {
        List<String> errors = new ArrayList<>();
        boolean fine = RegularExpression.isFine(
                new Word(Word.Type.TEXT, regex.replace("\\", "\\\\"), 0), (at, message) -> errors.add(message));
        assertThat(fine).isEqualTo(errors.isEmpty());
        return errors;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/v1/orders/.*",
                ".*\\.(php|asp|cgi)",
                "/v1/[^/]+/items/\\d+/.*",
                "\\d{4}-\\d{2}-\\d{2}",
                "(?:a|b)?c",
                "https?://.*",
                "[]^a-z]+",
                "[^]]*",
                "[(*+]{2,5}",
                "\\(\\*\\)+",
                "a|b|c|d|e|f|g",
                ".*?x.*+",
            })
    void givenAHarmlessExpression_thenItIsFine(String regex) {
        assertThat(errors(regex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a|a)*b",
                "(?:a|b){2,}",
                "((a?))*",
                "(.)\\1",
                "(?<name>a)\\k<name>",
                "(?=a)b",
                "(?<!a)b",
                "(?>a)b",
                "(?i)a",
                "\\Qa\\E",
                ".*a.*b.*c.*d",
                "a?a?a?a?a?a?aaaaaa",
                "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)",
                "[a[b]]",
                "[a-z&&[^b]]",
            })
    void givenOneThatAnAttackersTextCouldKeepBusy_thenItIsRefused(String regex) {
        assertThat(errors(regex)).singleElement().asString().startsWith("this regular expression could take very long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "*", "a{2", "\\"})
    void givenNoRegularExpression_thenItIsRefused(String regex) {
        assertThat(errors(regex)).singleElement().asString().startsWith("not a regular expression");
    }
}
