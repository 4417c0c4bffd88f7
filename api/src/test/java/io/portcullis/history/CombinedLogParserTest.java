package io.portcullis.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedLogParserTest {

    private static final String TIME = "[17/May/2026:10:05:03 +0200]";

    private final CombinedLogParser parser = new CombinedLogParser(() -> "line-1");

    private ApiRequest parse(String line) throws InvalidActivity {
        byte[] bytes = ("before" + line + "\"after").getBytes(StandardCharsets.UTF_8);
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        return (ApiRequest) parser.parse(bytes, 6, length);
    }

    @Test
    void givenAnOrdinaryLine_thenEveryFieldIsRead() throws InvalidActivity {
        ApiRequest request = parse("192.0.2.1 - alice " + TIME
                + " \"GET /items?page=2 HTTP/1.1\" 200 5120 \"https://shop.example/\" \"Mozilla/5.0 (X11)\"");

        assertThat(request.id()).isEqualTo("line-1");
        assertThat(request.occurredAt()).isEqualTo(Instant.parse("2026-05-17T08:05:03Z"));
        assertThat(request.entities().ip()).isEqualTo("192.0.2.1");
        assertThat(request.entities().user()).isEqualTo("alice");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/items?page=2");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.bytes()).isEqualTo(5120);
        assertThat(request.envelope().referrer()).isEqualTo("https://shop.example/");
        assertThat(request.envelope().userAgent()).isEqualTo("Mozilla/5.0 (X11)");
        assertThat(request.envelope().attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:51034, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:DB8:0:0::1, 2001:db8::1",
        "[2001:db8::1]:51034, 2001:db8::1",
    })
    void givenAHost_thenItsAddressHasOneSpelling(String host, String ip) throws InvalidActivity {
        assertThat(parse(host + " - - " + TIME + " \"GET / HTTP/1.1\" 200 12")
                        .entities()
                        .ip())
                .isEqualTo(ip);
    }

    @Test
    void givenDashes_thenTheFieldsAreAbsent() throws InvalidActivity {
        ApiRequest request = parse("192.0.2.1 - - " + TIME + " \"-\" 408 - \"-\" \"-\"");

        assertThat(request.entities().user()).isNull();
        assertThat(request.method()).isNull();
        assertThat(request.path()).isNull();
        assertThat(request.status()).isEqualTo(408);
        assertThat(request.bytes()).isNull();
        assertThat(request.envelope().referrer()).isNull();
        assertThat(request.envelope().userAgent()).isNull();
    }

    @Test
    void givenTheCommonFormat_thenClientFieldsAreAbsent() throws InvalidActivity {
        ApiRequest request = parse("192.0.2.1 - - " + TIME + " \"GET / HTTP/1.0\" 200 12");

        assertThat(request.path()).isEqualTo("/");
        assertThat(request.envelope().userAgent()).isNull();
    }

    @Nested
    class WhoCalled {

        private ApiRequest from(String client) throws InvalidActivity {
            return parse(client + " " + TIME + " \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"");
        }

        @Test
        void givenAVirtualHost_thenItIsPassedOver() throws InvalidActivity {
            assertThat(from("shop.example:443 192.0.2.9 - bob").entities().ip()).isEqualTo("192.0.2.9");
            assertThat(from("shop.example:443 192.0.2.9 - bob").entities().user())
                    .isEqualTo("bob");
        }

        @Test
        void givenIpv6_thenItIsTheAddress() throws InvalidActivity {
            assertThat(from("2001:db8::1 - -").entities().ip()).isEqualTo("2001:db8::1");
            assertThat(from("shop.example:80 2001:db8::1 - -").entities().ip()).isEqualTo("2001:db8::1");
        }

        @Test
        void givenAUserWithSpacesAndBrackets_thenItIsOneName() throws InvalidActivity {
            assertThat(from("192.0.2.1 - Alice [admin] Smith").entities().user())
                    .isEqualTo("Alice [admin] Smith");
        }

        @Test
        void givenAnEndlessUser_thenItIsNoIdentifier() throws InvalidActivity {
            assertThat(from("192.0.2.1 - " + "x".repeat(2000)).entities().user())
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "203.0.113.7, 10.0.0.2",
                    "203.0.113.7,10.0.0.2",
                    "203.0.113.7 , 10.0.0.2",
                    "203.0.113.7:51034, 10.0.0.2:443",
                    "\"203.0.113.7, 10.0.0.2\"",
                    "\"203.0.113.7\"",
                    "-, 203.0.113.7",
                    "unknown, 203.0.113.7, 10.0.0.2",
                    "made-up, 203.0.113.7",
                    "shop.example:443 203.0.113.7, 10.0.0.2",
                    "10.0.0.2:443 203.0.113.7",
                })
        void givenAForwardedList_thenTheFirstAddressIsTheClient(String hosts) throws InvalidActivity {
            ApiRequest request = from(hosts + " - carol");

            assertThat(request.entities().ip()).isEqualTo("203.0.113.7");
            assertThat(request.entities().user()).isEqualTo("carol");
        }

        @ParameterizedTest
        @ValueSource(strings = {"client.example.org", "localhost", "unix:", "300.1.2.3", "a, b", "stdout F"})
        void givenAHostThatIsNoAddress_thenTheLineIsMalformed(String host) {
            assertThatThrownBy(() -> from(host + " - alice"))
                    .hasMessageContaining("ip: must be the client's address, not " + host.split(" F")[0]);
        }

        /** Of all its clients that hide, our own proxy would else be the one client. */
        @Test
        void givenNoClientButOurOwnProxy_thenItIsNot() throws InvalidActivity {
            assertThatThrownBy(() -> from("unknown, 10.0.0.2 - -")).hasMessageContaining("not unknown, 10.0.0.2");
            assertThatThrownBy(() -> from("made-up, 10.0.0.2 - -")).hasMessageContaining("not made-up, 10.0.0.2");
            assertThat(from("-, 10.0.0.2 - alice").entities().ip()).isEqualTo("10.0.0.2");
            assertThat(from("10.0.0.9, 10.0.0.2 - alice").entities().ip()).isEqualTo("10.0.0.9");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Nov 22 10:00:00 web nginx:",
                    "Nov  2 10:00:00 10.0.0.2 nginx[12]:",
                    "<190>Nov 22 10:00:00 web nginx:",
                    "<190>1 2026-11-22T10:00:00Z 10.0.0.2 nginx 12 - -",
                    "2026-11-22T10:00:00.123+01:00 10.0.0.2 nginx:",
                    "10.0.0.2 nginx:",
                    "web httpd[12]:"
                })
        void givenASyslogPrefix_thenTheLineIsMalformedAndSaysSo(String prefix) {
            assertThatThrownBy(() -> from(prefix + " 203.0.113.7 - alice"))
                    .hasMessageContaining("ip: ")
                    .hasMessageContaining("syslog prefix")
                    .hasMessageContaining("--log-format");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "\"-\"", "unknown", "-, unknown"})
        void givenAUserWithoutHost_thenTheLineIsTheUsers(String host) throws InvalidActivity {
            assertThat(from(host + " - alice").entities().ip()).isNull();
            assertThat(from(host + " - alice").entities().user()).isEqualTo("alice");
        }

        @Test
        void givenAnEndlessHost_thenTheMessageShowsItsBeginning() {
            assertThatThrownBy(() -> from("x".repeat(5000) + " - -"))
                    .extracting(Throwable::getMessage)
                    .asString()
                    .hasSizeLessThan(200)
                    .contains("xxx...");
        }

        @Test
        void givenNeitherHostNorUser_thenTheLineIsMalformed() {
            assertThatThrownBy(() -> from("- - -")).hasMessageContaining("neither host nor user");
        }
    }

    @Nested
    class WhatAttackersWrite {

        private ApiRequest asked(String request) throws InvalidActivity {
            return parse("192.0.2.1 - - " + TIME + " \"" + request + "\" 400 226 \"-\" \"-\"");
        }

        @Test
        void givenEscapedQuotesAndBytes_thenTheyAreDecoded() throws InvalidActivity {
            assertThat(asked("GET /?q=\\\"a\\\\b\\x41 HTTP/1.1").path()).isEqualTo("/?q=\"a\\bA");
        }

        @Test
        void givenBareQuotes_thenTheRequestEndsBeforeTheStatus() throws InvalidActivity {
            assertThat(asked("GET /?q=\"a\" HTTP/1.1").path()).isEqualTo("/?q=\"a\"");
        }

        @Test
        void givenNoProtocol_thenTheRestIsThePath() throws InvalidActivity {
            assertThat(asked("GET /index.html").path()).isEqualTo("/index.html");
        }

        @Test
        void givenSpacesInThePath_thenTheyBelongToIt() throws InvalidActivity {
            assertThat(asked("GET /a b c HTTP/1.1").path()).isEqualTo("/a b c");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\\x16\\x03\\x01\\x00", "SSH-2.0-Go", "t3 12.2.1", "HELP", " ", "- http://shop.example:80- "
                })
        void givenNoHttp_thenItIsKeptAsItCame_andRulesSeeItAsThePath(String request) throws InvalidActivity {
            ApiRequest activity = asked(request);

            assertThat(activity.method()).isNull();
            assertThat(activity.path()).isNotEmpty();
            assertThat(activity.status()).isEqualTo(400);
            assertThat(activity.envelope().attributes()).containsOnly(Map.entry("request", activity.path()));
        }

        @ParameterizedTest
        @CsvSource({
            "GET http://shop.example/x HTTP/1.1, GET, http://shop.example/x",
            "CONNECT shop.example:443 HTTP/1.1, CONNECT, shop.example:443",
            "GET /old, GET, /old",
            "OPTIONS * HTTP/1.1, OPTIONS, *",
        })
        void givenRarerHttp_thenItHasItsMethodAndTarget(String request, String method, String path)
                throws InvalidActivity {
            assertThat(asked(request).method()).isEqualTo(method);
            assertThat(asked(request).path()).isEqualTo(path);
            assertThat(asked(request).envelope().attributes()).isEmpty();
        }

        @Test
        void givenAUserAgentThatDoesNotEnd_thenTheLineEndsIt() throws InvalidActivity {
            ApiRequest request = parse("192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" 200 1 \"-\" \"half a brow");

            assertThat(request.envelope().userAgent()).isEqualTo("half a brow");
        }

        @Test
        void givenAStatusThatIsNone_thenItIsAbsent() throws InvalidActivity {
            assertThat(parse("192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" 000 1")
                            .status())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{\"id\":\"a\"}",
                "192.0.2.1 - - [17/May/2026:10:05:03 +0200]",
                "192.0.2.1 - - [17/May/2026:10:05:03 +0200] \"GET / HTTP/1.1",
                "192.0.2.1 - - [17/May/2026:10:05:03 +0200] GET / 200 1",
                "192.0.2.1 - - [17/Moi/2026:10:05:03 +0200] \"GET / HTTP/1.1\" 200 1",
                "192.0.2.1 - - [31/Feb/2026:10:05:03 +0200] \"GET / HTTP/1.1\" 200 1",
                "192.0.2.1 - - [17/May/2026:10:05:03 +0200] \"GET / HTTP/1.1\" 200",
                "192.0.2.1 - - [17/May/2026:10:05:03 +0200] \"GET / HTTP/1.1\" 2x0 1"
            })
    void givenAnotherFormat_thenTheLineIsMalformed(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(InvalidActivity.class);
    }
}
