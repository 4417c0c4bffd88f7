package io.portcullis.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address")
class IpAddressTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "203.0.113.9:51034, 203.0.113.9",
        "203.0.113.9:0, 203.0.113.9",
        "[203.0.113.9]:443, 203.0.113.9",
        "' 203.0.113.9 ', 203.0.113.9",
        "2001:db8::1, 2001:db8::1",
        "2001:DB8::00A1, 2001:db8::a1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "[2001:db8::1], 2001:db8::1",
        "[2001:db8::1]:8443, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "::ffff:203.0.113.9, 203.0.113.9",
        "::FFFF:CB00:7109, 203.0.113.9",
        "0:0:0:0:0:ffff:203.0.113.9, 203.0.113.9",
        "[::ffff:203.0.113.9]:443, 203.0.113.9",
        "::ffff:203.0.113.9:443, 203.0.113.9",
        "::203.0.113.9, ::cb00:7109",
        "64:ff9b::203.0.113.9, 203.0.113.9",
        "::ffff:0:203.0.113.9, 203.0.113.9",
        "fe80::1%eth0, fe80::1",
        "[fe80::1%25en0]:80, fe80::1"
    })
    void has_one_spelling(String text, String canonical) {
        assertThat(IpAddress.of(text)).isEqualTo(canonical);
        assertThat(IpAddress.of(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "unknown",
                "localhost",
                "client.example.com",
                "300.1.1.1",
                "203.0.113",
                "203.0.113.9.1",
                "203.0.113.",
                "203.0.113.9:",
                "203.0.113.9:port",
                "203.0.113.9:65536",
                "203.0.113.9/32",
                "203.0.113.0/24",
                "203.0.113.9, 198.51.100.2",
                "203.0.113.09",
                "0313.0.0161.011",
                "0xcb.0.113.9",
                "0xcb007109",
                "3405803785",
                "203.0.113.*",
                "203.0.113.1-9",
                "203.0.113.9%eth0",
                "2001:db8::1::2",
                "2001:db8:::1",
                "2001:db8::12345",
                "2001:db8::g",
                "2001:db8::/48",
                "2001:db8:1:2:3:4:5:6:7",
                "2001:db8:1:2:3:4:5",
                "2001:db8::0:1:1:1:1:1",
                "[2001:db8::1",
                "2001:db8::1]",
                "[2001:db8::1]443",
                "[]:443",
                "[::1]:",
                "%eth0",
                "fe80::1%",
                "*",
                "::*",
                "1:2"
            })
    void is_nothing_else(String text) {
        assertThat(IpAddress.of(text)).isNull();
    }

    @Test
    void may_not_be_of_any_length() {
        assertThat(IpAddress.of("[::1%" + "z".repeat(5000) + "]:1")).isNull();
    }
}
