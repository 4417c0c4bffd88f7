package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {

    @ParameterizedTest(name = "{0} is one of {1}")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:5:6::77, 2001:db8:5:6::/64",
        "2001:db8:5:6:1:2:3:4, 2001:db8:5:6::/64",
        "2001:db8::77, 2001:db8::/64",
        "2001:db8:0:1::77, 2001:db8:0:1::/64",
        "::1, ::/64",
        "proxy-7, proxy-7",
        "host:80, host:80",
    })
    void givenAnAddress_thenItsSourceIsItsLine(String ip, String source) {
        assertThat(SourceName.of(ip)).isEqualTo(source);
    }
}
