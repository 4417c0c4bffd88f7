package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.entity.Entities;
import io.portcullis.rules.vocabulary.ClientConduct;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program says of itself, held against the rest of the activity. */
class ClientInspectionTest {

    private static final String CLIENTS = """
            headers:
              browser: [Accept, Accept-Encoding, Accept-Language]
            programs:
              - {name: Googlebot, kind: crawler}
              - {name: curl, kind: library, token: "curl/"}
              - {name: Edge, kind: browser, families: [Edge]}
              - {name: Firefox, kind: browser, families: [Firefox, Firefox Mobile, Firefox iOS]}
              - {name: Internet Explorer, kind: browser, families: [IE]}
              - {name: Chrome, kind: browser, families: [Chrome, Chrome Mobile, Chrome Mobile WebView, Chrome Mobile iOS]}
              - {name: Safari, kind: browser, families: [Safari, Mobile Safari]}
            """;

    private static final String CRAWLERS = """
            crawlers:
              - {name: Googlebot, ranges: [66.249.64.0/19, "2001:4860:4801::/48"]}
            """;

    private static final ReferenceData REFERENCE = reference(CLIENTS);

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
    private static final String MAC_SAFARI =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15";
    private static final String GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    private static ReferenceData reference(String clients) {
        return ReferenceData.read(
                "endpoints: []",
                clients,
                "segments: {}",
                new ReferenceFiles(CRAWLERS, "apps: []", "lists: []", new TreeMap<>(), new TreeMap<>()),
                diagnostic -> {
                    throw new AssertionError(diagnostic);
                });
    }

    private static ClientConduct conduct(
            ReferenceData reference, String userAgent, String headers, @Nullable String platform, @Nullable String ip) {
        return conduct(reference, "GET", userAgent, headers, platform, ip);
    }

    private static ClientConduct conduct(
            ReferenceData reference,
            String method,
            String userAgent,
            String headers,
            @Nullable String platform,
            @Nullable String ip) {
        App app = platform == null ? null : new App(platform, "1", null, null, null, null);
        List<String> listed = headers.isEmpty() ? List.of() : Arrays.asList(headers.split(" "));
        Entities entities = new Entities(null, "a-1", null, null, ip, null, null, null, null);
        Envelope envelope = new Envelope("1", Instant.EPOCH, entities, userAgent, listed, null, app, null, Map.of());
        return reference
                .inspection()
                .inspect(
                        reference.clients().find(userAgent, app),
                        envelope,
                        method,
                        reference.addresses().find(ip));
    }

    private static boolean isContradictory(String userAgent, String headers, @Nullable String platform) {
        return conduct(REFERENCE, userAgent, headers, platform, null).contradictory();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Innocents do not contradict themselves")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Chrome => " + CHROME + " => Host sec-ch-ua User-Agent Accept",
                "Chrome, headers in lower case => " + CHROME + " => host Sec-CH-UA user-agent",
                "Chrome behind a proxy => " + CHROME + " => Host Via User-Agent Accept",
                "an old Chrome => Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.190"
                        + " Safari/537.36 => Host Accept",
                "Firefox => Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0 => Host Accept",
                "Safari => " + MAC_SAFARI + " => Host Accept",
                "Safari's kin on Linux => Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.0 Safari/605.1.15 => Host Accept",
                "Chrome on an iPhone => Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1 => Host Accept",
                "inside of an app => Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) AppleWebKit/537.36 (KHTML,"
                        + " like Gecko) Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36 => Host Accept",
                "a television => Mozilla/5.0 (SMART-TV; Linux; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/94.0.4606.31 TV Safari/537.36 => Host Accept",
                "Internet Explorer => Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko => Host Accept",
                "Safari of its time => Mozilla/5.0 (Windows; U; Windows NT 6.1; en-US) AppleWebKit/533.19.4 (KHTML, like"
                        + " Gecko) Version/5.0.3 Safari/533.19.4 => Host Accept",
                "a library => curl/8.1 => Host Accept",
                "Googlebot => Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1;"
                        + " +http://www.google.com/bot.html) Chrome/131.0.0.0 Safari/537.36 => Host Accept From",
            })
    void innocents(String who, String userAgent, String headers) {
        assertThat(isContradictory(userAgent, headers, null)).isFalse();
        assertThat(isContradictory(userAgent, "", null)).isFalse();
        assertThat(isContradictory(userAgent, "", "web")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("What cannot be contradicts itself")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Chrome without client hints => " + CHROME + " => Host User-Agent Accept",
                "Edge without client hints => " + CHROME + " Edg/131.0.0.0 => Host User-Agent Accept",
                "Firefox with client hints => Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
                        + " => Host sec-ch-ua Accept",
                "Safari with client hints => " + MAC_SAFARI + " => Host sec-ch-ua Accept",
                "Safari on Windows => Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.4 Safari/605.1.15 => Host Accept",
                "Internet Explorer on a Mac => Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7; Trident/7.0; rv:11.0) like"
                        + " Gecko => Host Accept",
            })
    void impossible(String who, String userAgent, String headers) {
        assertThat(isContradictory(userAgent, headers, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ios, Shop/5.1 (iPhone14;5; iOS 17.2) CFNetwork/1496.0.7 Darwin/23.5.0, false",
        "ios, Shop/5.1 (Android 14; Pixel 8), true",
        "ios, Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15, false",
        "android, Shop/5.1 (Android 14; Pixel 8), false",
        "android, Shop/5.1 (iPhone; CPU iPhone OS 17_2 like Mac OS X), true",
        "android, Shop/5.1 (Windows NT 10.0; Win64; x64), true",
        "server, curl/8.1, false",
        "server, acme-billing/3, false",
    })
    void givenAnApp_thenItsPlatformMustBeThatOfItsUserAgent(String platform, String userAgent, boolean contradictory) {
        assertThat(isContradictory(userAgent, "Host Accept", platform)).isEqualTo(contradictory);
    }

    @Test
    void givenAServerWithABrowsersUserAgent_thenItContradictsItself_andIsNoApp() {
        assertThat(isContradictory(CHROME, "", "server")).isTrue();
    }

    @Test
    void givenPlainHttp_thenMissingClientHintsSayNothing() {
        assertThat(conduct(reference("https: false\n" + CLIENTS), CHROME, "Host Accept", null, null)
                        .contradictory())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "accept ACCEPT-ENCODING accept-language sec-ch-ua, 0",
        "Host User-Agent, 3",
        "Host Accept, 2",
        "'', 0",
    })
    void givenABrowser_thenTheHeadersAreCountedThatItAlwaysSends_ifAnyAreListed(String headers, int missing) {
        assertThat(conduct(REFERENCE, CHROME, headers, null, null).missingHeaders())
                .isEqualTo(missing);
        assertThat(conduct(REFERENCE, "curl/8", headers, null, null).missingHeaders())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("What browsers send without most of their headers says nothing against them")
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a CORS preflight => OPTIONS => Host Accept Access-Control-Request-Method Origin User-Agent",
                "a preflight whose log lists few headers => OPTIONS => Host Origin User-Agent",
                "a WebSocket's handshake => GET => Host Connection Upgrade Origin User-Agent Sec-WebSocket-Key",
                "a WebSocket over HTTP/2 => CONNECT => user-agent origin sec-websocket-version",
                "a service worker's script => GET => Host Service-Worker User-Agent",
                "a prefetch => GET => Host Purpose User-Agent",
                "a prefetch of today => GET => host sec-purpose user-agent",
                "a proxy that takes headers out => GET => Host Via User-Agent",
            })
    void bare(String what, String method, String headers) {
        assertThat(conduct(REFERENCE, method, CHROME, headers, null, null)).isEqualTo(ClientConduct.UNREMARKABLE);
        assertThat(conduct(REFERENCE, method, MAC_SAFARI, headers, null, null)).isEqualTo(ClientConduct.UNREMARKABLE);
    }

    @Test
    void givenABareRequestWithAnotherBrowsersHeaders_thenItStillContradictsItself() {
        assertThat(conduct(REFERENCE, "OPTIONS", MAC_SAFARI, "Host sec-ch-ua", null, null)
                        .contradictory())
                .isTrue();
    }

    @Test
    void givenABrowserThatKeepsItsClientHintsToItself_thenItsOtherHeadersSpeakForIt() {
        assertThat(conduct(REFERENCE, CHROME, "Host Sec-Fetch-Mode Accept Accept-Encoding Accept-Language", null, null))
                .isEqualTo(ClientConduct.UNREMARKABLE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "66.249.66.1, true, false",
                "66.249.96.1, false, true",
                "2001:4860:4801:10::1, true, false",
                "2001:db8::1, false, true",
                "::ffff:66.249.66.1, true, false",
                "somewhere, false, false",
                "-, false, false",
            })
    void givenACrawlerWhoseAddressesAreKnown_thenItsAddressTellsWhetherItIsTheOne(
            @Nullable String ip, boolean verified, boolean isFalse) {
        assertThat(conduct(REFERENCE, GOOGLEBOT, "", null, ip))
                .isEqualTo(new ClientConduct(verified, isFalse, false, 0));
    }

    @Test
    void givenACrawlerWhoseAddressesAreNotKnown_thenItIsNeither() {
        assertThat(conduct(REFERENCE, "Mozilla/5.0 (compatible; SomeBot/2.1)", "", null, "66.249.66.1"))
                .isEqualTo(ClientConduct.UNREMARKABLE);
    }
}
