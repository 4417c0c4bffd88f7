package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
                ".*a.*b",
                ".*foo.*barbaz",
                ".*(cvc|cvv|security-code|security_code|expir|expiry|avs|incorrect).*",
                "[^?]*\\?.+",
                "[^/*].*",
                "/[^/]+/a/[^/]+/b/[^/]+/c/[^/]+",
                "[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,4}",
                "\\p{L}+ \\p{L}+",
                "\\x41\\u0042*C",
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
                ".*a.*a.*b",
                ".*a.*\\d+",
                "(.*|a)(.*|b)(.*|c)(.*|d)e",
                ".*[ab]{500}.*c",
                ".*a{1,500}a{1,500}b",
                "(?:.*a|.*b).*c",
                "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaa",
                "(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?(a|b)?c",
                "[\\Q]*\\E]*]*",
                "\\Aa",
                "[a[b]]",
                "[a-z&&[^b]]",
            })
    void givenOneThatAnAttackersTextCouldKeepBusy_thenItIsRefused(String regex) {
        assertThat(errors(regex)).singleElement().asString().startsWith("this regular expression could take very long");
    }

    /** The worst that is accepted; ten times what it takes, for machines that are slow or busy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*a.*b",
                ".*?a.*?b",
                "[ab]*[ab]*?z",
                ".*a{1,511}z",
                ".*(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)z",
                ".*a?a?a?a?a?a?a?z",
                ".*[ab]{511}z"
            })
    void givenTheWorstThatIsAccepted_whenMatchedWithTheLongestText_thenItTakesMilliseconds(String regex) {
        assertThat(errors(regex)).isEmpty();
        Pattern pattern = Pattern.compile("(?s)" + regex);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(pattern.matcher("a".repeat(1024)).matches()).isFalse();
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(50_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "*", "a{2", "\\"})
    void givenNoRegularExpression_thenItIsRefused(String regex) {
        assertThat(errors(regex)).singleElement().asString().startsWith("not a regular expression");
    }
}
