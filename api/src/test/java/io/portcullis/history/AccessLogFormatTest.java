package io.portcullis.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogFormatTest {

    private static final String TIME = "[17/Sep/2026:10:05:03 +0200]";
    private static final Instant THEN = Instant.parse("2026-09-17T08:05:03Z");
    private static final String REST = "\"GET /items HTTP/1.1\" 200 512 \"-\" \"curl/8\"";

    private static ApiRequest parse(String format, String line) throws InvalidActivity {
        byte[] bytes = ("before" + line + "\"after").getBytes(StandardCharsets.UTF_8);
        int length = line.getBytes(StandardCharsets.UTF_8).length;
        return (ApiRequest) AccessLogFormat.of(format).parser(() -> "line-1").parse(bytes, 6, length);
    }

    @Test
    void givenApachesDirectives_thenEveryFieldIsRead() throws InvalidActivity {
        ApiRequest request = parse(
                "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\" %D %{SSL_PROTOCOL}x",
                "shop.example:443 192.0.2.1 - alice " + TIME
                        + " \"POST /items?page=2 HTTP/1.1\" 201 5120 \"https://shop.example/\" \"Mozilla/5.0 (\\\"X11\\\")\""
                        + " 1234567 TLSv1.3");

        assertThat(request.id()).isEqualTo("line-1");
        assertThat(request.occurredAt()).isEqualTo(THEN);
        assertThat(request.entities().ip()).isEqualTo("192.0.2.1");
        assertThat(request.entities().user()).isEqualTo("alice");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/items?page=2");
        assertThat(request.status()).isEqualTo(201);
        assertThat(request.bytes()).isEqualTo(5120);
        assertThat(request.durationMs()).isEqualTo(1235);
        assertThat(request.envelope().referrer()).isEqualTo("https://shop.example/");
        assertThat(request.envelope().userAgent()).isEqualTo("Mozilla/5.0 (\"X11\")");
        assertThat(request.envelope().attributes()).isEmpty();
    }

    @Test
    void givenNginxsVariables_thenEveryFieldIsRead() throws InvalidActivity {
        ApiRequest request = parse(
                "$host $remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
                        + "\"$http_referer\" \"$http_user_agent\" rt=$request_time ut=\"$upstream_response_time\"",
                "shop.example 2001:DB8::1 - alice smith " + TIME
                        + " \"GET /a\\x22b HTTP/2.0\" 404 0 \"https://shop.example/a b\" \"\\xC3\\x85\" rt=0.042"
                        + " ut=\"0.030, 0.012\"");

        assertThat(request.occurredAt()).isEqualTo(THEN);
        assertThat(request.entities().ip()).isEqualTo("2001:db8::1");
        assertThat(request.entities().user()).isEqualTo("alice smith");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/a\"b");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.bytes()).isZero();
        assertThat(request.durationMs()).isEqualTo(42);
        assertThat(request.envelope().referrer()).isEqualTo("https://shop.example/a b");
        assertThat(request.envelope().userAgent()).isEqualTo("\u00C5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"combined", "Combined", "nginx", "common"})
    void givenAName_thenTheFormatIsThatOne(String name) throws InvalidActivity {
        String line = "192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" 200 12";
        ApiRequest request = parse(name, name.equals("common") ? line : line + " \"-\" \"-\"");

        assertThat(request.entities().ip()).isEqualTo("192.0.2.1");
        assertThat(request.bytes()).isEqualTo(12);
        assertThat(request.envelope().userAgent()).isNull();
    }

    @Test
    void givenTheLogOfAnAwsLoadBalancer_thenItsNameIsAlb() throws InvalidActivity {
        ApiRequest request = parse(
                "alb",
                "https 2026-09-17T08:05:03.186641Z app/shop/50dc6c495c0c9188 203.0.113.7:2817 10.0.0.1:80 0.086 0.048"
                        + " 0.037 200 200 0 57 \"GET https://shop.example:443/items HTTP/1.1\" \"curl/8\""
                        + " ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:x \"Root=1-58\""
                        + " \"shop.example\" \"-\" 0 2026-09-17T08:05:03.100000Z \"forward\" \"-\" \"-\"");

        assertThat(request.occurredAt()).isEqualTo(Instant.parse("2026-09-17T08:05:03.186641Z"));
        assertThat(request.entities().ip()).isEqualTo("203.0.113.7");
        assertThat(request.path()).isEqualTo("https://shop.example:443/items");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.bytes()).isEqualTo(57);
        assertThat(request.envelope().userAgent()).isEqualTo("curl/8");
    }

    @Test
    void givenTheFormatOfAnIngressController_thenWhatItSaysOfServersBehindDoesNotMatter() throws InvalidActivity {
        String format = "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
                + "\"$http_referer\" \"$http_user_agent\" $request_length $request_time [$proxy_upstream_name] "
                + "[$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length "
                + "$upstream_response_time $upstream_status $req_id $gzip_ratio \"$upstream_cache_status\"";
        ApiRequest request = parse(
                format,
                "192.0.2.1 - - " + TIME + " " + REST + " 250 0.006 [shop-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512"
                        + " -, 0.006 502, 200 9f86d081 - \"-\"");

        assertThat(request.durationMs()).isEqualTo(6);
    }

    /** The library's expression for addresses would try for longer than anybody waits. */
    @ParameterizedTest
    @CsvSource({
        "$server_addr $remote_addr [$time_local] \"$request\" $status",
        "%A %a %t \"%r\" %>s",
    })
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givenALineThatIsCutOffAfterLongAddresses_thenItIsMalformedAtOnce(String format) {
        String address = "2001:db8:85a3:8d3:1319:8a2e:370:7348";

        assertThatThrownBy(() -> parse(format, address + " " + address + " " + TIME + " \"GET /"))
                .hasMessageContaining("does not match");
    }

    @Test
    void givenQuotesAsAConfigurationFileWritesThem_thenTheyAreQuotes() throws InvalidActivity {
        assertThat(parse("%h %t \\\"%r\\\" %>s", "192.0.2.1 " + TIME + " \"GET /x HTTP/1.1\" 200")
                        .path())
                .isEqualTo("/x");
    }

    @Nested
    class WhoCalled {

        @ParameterizedTest
        @CsvSource({
            "%a %{X-Forwarded-For}i, '10.0.0.2 203.0.113.7, 198.51.100.9'",
            "%{x-forwarded-for}i %h, '203.0.113.7 10.0.0.2'",
            "%h %{X-Forwarded-For}i, '203.0.113.7 -'",
            "%h %{X-Forwarded-For}i, '203.0.113.7 unknown'",
            "%h %{X-Forwarded-For}i, '203.0.113.7 made up'",
            "%h %{c}a, '203.0.113.7 10.0.0.2'",
            "$remote_addr \"$http_x_forwarded_for\", '10.0.0.2 \"203.0.113.7, 198.51.100.9\"'",
            "$proxy_add_x_forwarded_for, '203.0.113.7, 10.0.0.2'",
            "$realip_remote_addr, '203.0.113.7'",
            "$remote_addr $realip_remote_addr, '203.0.113.7 10.0.0.2'",
            "$proxy_protocol_addr $remote_addr, '203.0.113.7 10.0.0.2'",
            "$any: $remote_addr, 'Sep  7 10:05:03 10.0.0.2 nginx: 203.0.113.7'",
        })
        void givenAForwardedAddress_thenItIsTheClient_otherwiseThePeerIs(String format, String client)
                throws InvalidActivity {
            boolean nginx = format.contains("$");
            String rest = nginx
                    ? " [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\""
                    : " %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";

            assertThat(parse(format + rest, client + " " + TIME + " " + REST)
                            .entities()
                            .ip())
                    .isEqualTo("203.0.113.7");
        }

        @ParameterizedTest
        @ValueSource(strings = {"client.example.org", "unix:", "1.2.3"})
        void givenWhatIsNoAddress_thenTheLineIsMalformed(String host) {
            assertThatThrownBy(() -> parse("combined", host + " - alice " + TIME + " " + REST))
                    .hasMessage("ip: must be the client's address, not " + host);
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "made up"})
        void givenNobodyButOurOwnProxy_thenTheLineIsMalformed(String forwarded) {
            String line = "10.0.0.2 " + forwarded + " " + TIME + " \"GET / HTTP/1.1\"";

            assertThatThrownBy(() -> parse("%h %{X-Forwarded-For}i %t \"%r\"", line))
                    .hasMessage("ip: must be the client's address, not " + forwarded + ", 10.0.0.2");
        }

        @Test
        void givenAUserAlone_thenTheLineIsTheUsers() throws InvalidActivity {
            assertThat(parse("combined", "- - alice " + TIME + " " + REST)
                            .entities()
                            .user())
                    .isEqualTo("alice");
            assertThatThrownBy(() -> parse("combined", "- - - " + TIME + " " + REST))
                    .hasMessageContaining("neither host nor user");
        }
    }

    @Nested
    class WhenItHappened {

        @ParameterizedTest
        @CsvSource({
            "[%{%d/%b/%Y:%H:%M:%S %z}t], [17/Sep/2026:10:05:03 +0200], 2026-09-17T08:05:03Z",
            "%{%Y-%m-%dT%H:%M:%S%z}t, 2026-09-17T10:05:03+0200, 2026-09-17T08:05:03Z",
            "%{%Y-%m-%d %T}t, 2026-09-17 08:05:03, 2026-09-17T08:05:03Z",
            "[%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t], [17/Sep/2026:10:05:03.042 +0200], 2026-09-17T08:05:03.042Z",
            "%{%F %T}t.%{usec_frac}t, 2026-09-17 08:05:03.000042, 2026-09-17T08:05:03.000042Z",
            "%{sec}t, 1789632303, 2026-09-17T08:05:03Z",
            "%{begin:msec}t, 1789632303042, 2026-09-17T08:05:03.042Z",
            "%{usec}t, 1789632303000042, 2026-09-17T08:05:03.000042Z",
            "$time_iso8601, 2026-09-17T10:05:03+02:00, 2026-09-17T08:05:03Z",
            "$msec, 1789632303.042, 2026-09-17T08:05:03.042Z",
            "[$time_local] $msec, [17/Sep/2026:10:05:03 +0200] 1789632303.042, 2026-09-17T08:05:03.042Z",
        })
        void givenAnyOfTheTimesThatServersWrite_thenItIsRead(String format, String time, Instant instant)
                throws InvalidActivity {
            String rest = format.contains("$") ? " $remote_addr \"$request\"" : " %h \"%r\"";

            assertThat(parse(format + rest, time + " 192.0.2.1 \"GET / HTTP/1.1\"")
                            .occurredAt())
                    .isEqualTo(instant);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[31/Feb/2026:10:05:03 +0200]", "[17/Moi/2026:10:05:03 +0200]", "[17/Sep/2026]"})
        void givenATimeThatIsNone_thenTheLineIsMalformed(String time) {
            assertThatThrownBy(() -> parse("combined", "192.0.2.1 - - " + time + " " + REST))
                    .isInstanceOf(InvalidActivity.class);
            assertThatThrownBy(() -> parse("%h %{%Y-%m-%d %T}t %r", "192.0.2.1 2026-02-31 10:05:03 GET /"))
                    .hasMessageStartingWith("occurredAt: ");
        }
    }

    @Nested
    class WhatWasAsked {

        @ParameterizedTest
        @CsvSource({
            "\"%r\", \"GET /a?b=c HTTP/1.1\", GET, /a?b=c",
            "%m %U%q %H, GET /a?b=c HTTP/1.1, GET, /a?b=c",
            "%m \"%U\" \"%q\", GET \"/a\" \"?b=c\", GET, /a?b=c",
            "$request_method $request_uri, GET /a?b=c, GET, /a?b=c",
            "$request_method $uri$is_args$args, GET /a?b=c, GET, /a?b=c",
            "$request_method \"$uri\" \"$args\", GET \"/a\" \"b=c\", GET, /a?b=c",
            "$request_method \"$uri\" \"$args\", GET \"/a\" \"-\", GET, /a",
        })
        void givenTheRequestInOneOrInParts_thenItHasMethodAndPath(
                String format, String request, String method, String path) throws InvalidActivity {
            String client = format.contains("$") ? "$remote_addr [$time_local] " : "%h %t ";
            ApiRequest activity = parse(client + format, "192.0.2.1 " + TIME + " " + request);

            assertThat(activity.method()).isEqualTo(method);
            assertThat(activity.path()).isEqualTo(path);
        }

        @ParameterizedTest
        @ValueSource(strings = {"combined", "nginx"})
        void givenNoHttp_thenItIsKeptAsItCame_andRulesSeeItAsThePath(String format) throws InvalidActivity {
            ApiRequest request =
                    parse(format, "192.0.2.1 - - " + TIME + " \"\\x16\\x03\\x01\\xfc\" 400 157 \"-\" \"-\"");

            assertThat(request.method()).isNull();
            assertThat(request.path()).isEqualTo("\u0016\u0003\u0001\uFFFD");
            assertThat(request.envelope().attributes()).isEqualTo(Map.of("request", "\u0016\u0003\u0001\uFFFD"));
        }

        @Test
        void givenDashes_thenTheFieldsAreAbsent() throws InvalidActivity {
            ApiRequest request = parse("combined", "192.0.2.1 - - " + TIME + " \"-\" 408 - \"-\" \"-\"");

            assertThat(request.method()).isNull();
            assertThat(request.path()).isNull();
            assertThat(request.status()).isEqualTo(408);
            assertThat(request.bytes()).isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "combined, \\\"",
            "nginx, \\x22",
        })
        void givenAClientThatWritesTheRestOfALine_thenItIsNotBelieved(String format, String quote)
                throws InvalidActivity {
            String forged = "/ HTTP/1.1' 200 5 '-' 'Mozilla".replace("'", quote);
            ApiRequest request =
                    parse(format, "192.0.2.1 - - " + TIME + " \"GET " + forged + "\" 404 7 \"-\" \"" + forged + "\"");

            assertThat(request.status()).isEqualTo(404);
            assertThat(request.envelope().userAgent()).contains("200 5 \"-\"");
        }

        /** Whatever a client writes, its line must not be passed over. */
        @ParameterizedTest
        @ValueSource(strings = {"\\\\", "a\\", "\\x", "\\xZZ", "a\u2028b", "a\rb", "\u0085", "%{x}i $y", "a\\\"b"})
        void givenWhateverAClientWrites_thenTheLineIsRead(String written) throws InvalidActivity {
            for (String format : new String[] {"combined", "nginx"}) {
                ApiRequest request = parse(
                        format,
                        "192.0.2.1 - - " + TIME + " \"GET /" + written + " HTTP/1.1\" 200 1 \"" + written + "\" \""
                                + written + "\"");

                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.status()).isEqualTo(200);
                assertThat(request.envelope().userAgent()).isNotEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource({"%T, 2, 2000", "%{ms}T, 17, 17", "%{us}T, 1500, 2", "%T %D, 1 1234000, 1234"})
        void givenADuration_thenItIsInMilliseconds(String format, String duration, long milliseconds)
                throws InvalidActivity {
            assertThat(parse("%h %t \"%r\" " + format, "192.0.2.1 " + TIME + " \"GET / HTTP/1.1\" " + duration)
                            .durationMs())
                    .isEqualTo(milliseconds);
        }
    }

    @Nested
    class AsTheConfigurationHasIt {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "log_format main '$remote_addr [$time_local] \"$request\" $status';",
                    """
                            log_format  main  '$remote_addr [$time_local] '
                                              '"$request" '   # what was asked
                                              '$status';
                        """,
                    "log_format main escape=json \"$remote_addr [$time_local] \\\"$request\\\" $status\";",
                    "'$remote_addr [$time_local] '\n  '\"$request\" $status';",
                    "${remote_addr} [$Time_Local] \"$request\" ${status}",
                    "LogFormat \"%a %t \\\"%r\\\" %>s\" main",
                    "logformat \"%a %t \\\"%r\\\" %>s\"",
                    "LogFormat '%a %t \"%r\" %>s' \\\n  main",
                })
        void givenAWholeDirective_thenItsFormatIsRead(String directive) throws InvalidActivity {
            ApiRequest request = parse(directive, "192.0.2.1 " + TIME + " \"GET /x HTTP/1.1\" 404");

            assertThat(request.entities().ip()).isEqualTo("192.0.2.1");
            assertThat(request.path()).isEqualTo("/x");
            assertThat(request.status()).isEqualTo(404);
        }

        @Test
        void givenAFormatOfJson_thenItsEscapesAreRead() throws InvalidActivity {
            ApiRequest request = parse(
                    "log_format json escape=json '{\"at\":\"$time_iso8601\",\"ip\":\"$remote_addr\",'"
                            + "'\"request\":\"$request\",\"agent\":\"$http_user_agent\"}';",
                    "{\"at\":\"2026-09-17T10:05:03+02:00\",\"ip\":\"192.0.2.1\",\"request\":\"GET /x HTTP/1.1\","
                            + "\"agent\":\"a\\\"b\\u001b\\u00e5\\uZZ\"}");

            assertThat(request.path()).isEqualTo("/x");
            assertThat(request.envelope().userAgent()).isEqualTo("a\"b\u001b\u00e5uZZ");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "log_format main \"$remote_addr [$time_local]; | the quote \" before \"$remote_addr [$time_local];\" is not closed",
                    "log_format main; | must be one, written log_format NAME",
                    "log_format main $remote_addr $time_local $request; | must be one, written log_format NAME",
                    "LogFormat main | must be one, written LogFormat",
                    "log_format a \"$request\"; log_format b \"$request\"; | after its ; follows \"log_format b",
                    "CustomLog access.log \"%h %t %r\" | CustomLog is no format",
                    "access_log /var/log/nginx/access.log main; | access_log is no format",
                })
        void givenADirectiveThatIsNotWhole_thenTheMessageSaysSo(String directive, String reason) {
            assertThatThrownBy(() -> AccessLogFormat.of(directive))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Nested
    class NginxsNames {

        @ParameterizedTest
        @CsvSource({
            "$remote_adr, $remote_addr",
            "${remote_adr}, $remote_addr",
            "$remot_user, $remote_user",
            "$http_referrer, $http_referer",
            "$http_useragent, $http_user_agent",
            "$body_byte_sent, $body_bytes_sent",
            "$statsu, $status",
            "$upstream_adr, $upstream_addr",
        })
        void givenAMisspelledVariable_thenItIsRefusedWithTheOneThatWasMeant(String written, String meant) {
            assertThatThrownBy(() -> AccessLogFormat.of("$remote_addr [$time_local] \"$request\" " + written))
                    .hasMessageContaining("did you mean " + meant + "?");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$upstream_foo",
                    "$http_x_forwarded_port",
                    "$http_hosts_of_mine",
                    "$arg_statu",
                    "$cookie_hosts",
                    "$sent_http_vary",
                    "$upstream_http_x_cache",
                    "$my_own",
                    "$req_id",
                    "$geoip2_data_country_code",
                    "$status $http_referer",
                })
        void givenVariablesThatMayBeDefinedElsewhere_thenTheyAreTaken(String written) {
            assertThatCode(() -> AccessLogFormat.of("$remote_addr [$time_local] \"$request\" " + written))
                    .doesNotThrowAnyException();
        }

        @Test
        void givenBracesWithALetterBehind_thenNothingTellsWhereTheVariableEnds() {
            assertThatThrownBy(() -> AccessLogFormat.of("$remote_addr [$time_local] \"$request\" ${status}ms"))
                    .hasMessageContaining("nothing stands behind ${status}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "192.0.2.1 - - " + TIME + " \"GET / HTTP/1.1\" 200",
                "192.0.2.1 - - " + TIME + " " + REST + " more",
                "192.0.2.1, 10.0.0.2 - - " + TIME + " " + REST,
            })
    void givenALineOfAnotherFormat_thenItIsMalformed(String line) {
        assertThatThrownBy(() -> parse("combined", line)).hasMessageContaining("does not match the log format");
    }

    @ParameterizedTest
    @CsvSource({
        "hello, names no field",
        "'', names no field",
        "%h %r %s, names no time",
        "%h %t %s, names no request",
        "%t %r, names neither the client's address nor the user",
        "$remote_addr $status $request, names no time",
        "$remote_addr [$time_local] $status, names no request",
        "%h %{%H:%M}t %r, the time %H:%M tells no date with",
        "%h %{%Y-%}t %r, the time %Y-% cannot be read",
    })
    void givenAFormatThatTellsTooLittle_thenItIsRefused(String format, String reason) {
        assertThatThrownBy(() -> AccessLogFormat.of(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
