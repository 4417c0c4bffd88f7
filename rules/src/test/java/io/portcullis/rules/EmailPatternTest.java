package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailPatternTest {

    @ParameterizedTest
    @CsvSource({
        "anna.k001@example.org, anna.k#@example.org",
        "anna.k002@EXAMPLE.org, anna.k#@example.org",
        "a1b22c@example.org, a#b#c@example.org",
        "anna+trial7@example.org, anna@example.org",
        "anna@1und1.example, anna@1und1.example",
        "'\"anna.k1\"@example.org', anna.k#@example.org",
        "'\"a@b\"@example.org', '\"a@b\"@example.org'"
    })
    void numbersAndTagsOfTheMailboxAreLeftOut(String email, String pattern) {
        assertThat(EmailPattern.of(email)).isEqualTo(pattern);
    }

    @Test
    void whatIsNoAddressHasNone() {
        assertThat(EmailPattern.of(null)).isNull();
        assertThat(EmailPattern.of("anna")).isNull();
    }
}
