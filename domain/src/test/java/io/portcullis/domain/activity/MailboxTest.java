package io.portcullis.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of one mailbox. */
class MailboxTest {

    @ParameterizedTest(name = "{0} reaches {1}")
    @CsvSource({
        "ann@example.org,ann@example.org",
        " Ann@Example.ORG ,ann@example.org",
        "ann+shop@example.org,ann@example.org",
        "a.n.n@example.org,a.n.n@example.org",
        "a.n.n@gmail.com,ann@gmail.com",
        "A.n.n+1@GoogleMail.com,ann@gmail.com",
        "+49@example.org,+49@example.org",
    })
    void spelling(String address, String mailbox) {
        assertThat(Mailbox.of(address)).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ann", "@example.org"})
    void none(String address) {
        assertThat(Mailbox.of(address)).isNull();
    }
}
