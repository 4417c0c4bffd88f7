package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped {@code clients.yaml} takes programs for. */
class ShippedClientsTest {

    private static ClientCatalogue shipped;

    @BeforeAll
    static void read() throws IOException {
        String crawlers = Files.readString(Path.of("packs/crawlers.yaml"));
        shipped = ReferenceData.read(
                        "endpoints: []",
                        Files.readString(Path.of("packs/clients.yaml")),
                        "segments: {}",
                        new ReferenceFiles(crawlers, "apps: []", "lists: []", new TreeMap<>(), new TreeMap<>()),
                        diagnostic -> {
                            throw new AssertionError(diagnostic);
                        })
                .clients();
    }

    private static ClientProfile find(String userAgent) {
        return shipped.find(userAgent, null);
    }

    @ParameterizedTest
    @DisplayName("Crawlers, previews, feed readers, monitors and senders of webhooks are declared bots")
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)",
                "Mozilla/5.0 (compatible; Foo-Spider; +https://foo.example/spider)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "WhatsApp/2.23.20.0 A",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Slackbot 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
                "Twitterbot/1.0",
                "TelegramBot (like TwitterBot)",
                "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)",
                "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)",
                "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_1) AppleWebKit/600.2.5 (KHTML, like Gecko) Version/8.0.2 Safari/600.2.5 (Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)",
                "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
                "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
                "Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)",
                "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)",
                "Mozilla/5.0 (compatible; inoreader.com; 2 subscribers)",
                "Mozilla/5.0 (compatible; Miniflux/2.0.50; +https://miniflux.app)",
                "NetNewsWire (RSS Reader; https://netnewswire.com/)",
                "FreshRSS/1.23.1 (Linux; https://freshrss.org)",
                "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
                "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/98.0.4758.102 Safari/537.36 (StatusCake)",
                "Better Uptime Bot Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/92.0.4515.131 Safari/537.36",
                "Site24x7",
                "kube-probe/1.27",
                "ELB-HealthChecker/2.0",
                "GoogleHC/1.0",
                "Prometheus/2.45.0",
                "Blackbox Exporter/0.24.0",
                "Datadog/Synthetics",
                "Datadog Agent/7.48.0",
                "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                "PayPal IPN ( https://www.paypal.com/ipn )",
                "PayPal/AUHD-214.0-56890852",
                "GitHub-Hookshot/044aadd",
                "Adyen HttpClient 1.0",
                "Mollie.com/1.1",
                "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
            })
    void declaredBots(String userAgent) {
        ClientProfile client = find(userAgent);
        assertThat(client.declaredBot()).as("%s", client).isTrue();
        assertThat(client.automated() || client.browser()).isFalse();
    }

    @ParameterizedTest
    @DisplayName("Bots that nobody has listed go by the name that they give")
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Mozilla/5.0 (compatible; Foo-Spider; +https://foo.example/spider) => Foo-Spider => CRAWLER",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 (compatible; AcmeLooker/2.1; +https://acme.example) => AcmeLooker/2 => CRAWLER",
                "Mozilla/5.0 (X11; Linux x86_64) Gecko AcmeFetcher/3.1 (+https://acme.example) => AcmeFetcher/3 => CRAWLER",
                "AcmeFetcher/2.1 (ops@acme.example) => AcmeFetcher/2 => CRAWLER",
                "Acme Link Preview 1.0 (https://acme.example/about) => Acme Link Preview/1 => CRAWLER",
                "acme-validator/1.3 (+https://acme.example) => acme-validator/1 => MONITOR",
                "AcmeSiteMonitor/3.0 (contact: ops@acme.example) => AcmeSiteMonitor/3 => MONITOR",
                "Acme/1.0 (+https://acme.example) => Acme/1 => CRAWLER",
                "Acme-Crawler => Acme-Crawler => CRAWLER",
                "python-requests/2.32 (acme-bot; +https://acme.example/bot) => python-requests/2 => CRAWLER",
                "Provider/1.0 (+https://provider.example/webhooks) => other webhook => SERVICE",
            })
    void unlistedBots(String userAgent, String id, ClientKind kind) {
        assertThat(find(userAgent))
                .extracting(ClientProfile::id, ClientProfile::kind)
                .containsExactly(id, kind);
    }

    @ParameterizedTest
    @DisplayName("HTTP libraries go by their default names")
    @ValueSource(
            strings = {
                "node",
                "undici",
                "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
                "node-fetch",
                "axios/1.7.2",
                "got (https://github.com/sindresorhus/got)",
                "got/11.8.5 (https://github.com/sindresorhus/got)",
                "Bun/1.1.8",
                "Deno/1.44.0",
                "reqwest/0.12.4",
                "ureq/2.9.7",
                "Java-http-client/17.0.9",
                "Java/1.8.0_402",
                "Apache-HttpClient/4.5.14 (Java/17.0.9)",
                "okhttp/4.12.0",
                "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.4522",
                "Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.22631; en-US) PowerShell/7.4.2",
                "PowerShell/7.4.2",
                "Go-http-client/1.1",
                "python-requests/2.32.3",
                "python-httpx/0.27.0",
                "Python/3.11 aiohttp/3.9.5",
                "Python-urllib/3.11",
                "python-urllib3/2.2.1",
                "curl/8.7.1",
                "Wget/1.21.4",
                "libwww-perl/6.77",
                "Ruby",
                "Faraday v2.9.0",
                "GuzzleHttp/7",
                "HTTPie/3.2.2",
                "PostmanRuntime/7.39.0",
                "insomnia/9.2.0",
                "Dart/3.4 (dart:io)",
                "Ktor client",
                "ktor-client",
                "RestSharp/111.2.0.0",
                ".NET/8.0",
                "hyper/0.14",
                "colly - https://github.com/gocolly/colly/v2",
                "fasthttp",
                "aria2/1.37.0",
            })
    void libraries(String userAgent) {
        assertThat(find(userAgent).kind()).isEqualTo(ClientKind.LIBRARY);
    }

    @ParameterizedTest
    @DisplayName("What steers browsers is automation or headless")
    @ValueSource(
            strings = {
                "Scrapy/2.11.2 (+https://scrapy.org)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1",
                "Mozilla/5.0 Playwright/1.44",
                "Puppeteer/22",
                "selenium/4.21.0 (java linux)",
                "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)",
            })
    void automation(String userAgent) {
        assertThat(find(userAgent).automated()).isTrue();
        assertThat(find(userAgent).kind()).isNotEqualTo(ClientKind.LIBRARY);
    }

    @ParameterizedTest
    @DisplayName("Televisions, consoles and printers are devices")
    @ValueSource(
            strings = {
                "Roku/DVP-9.10 (519.10E04111A)",
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.31 TV Safari/537.36",
                "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 WebAppManager",
                "ESP32HTTPClient",
                "Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15",
                "Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.22.5 NintendoBrowser/5.1.0.23998",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 Chrome/58.0.3029.110 Safari/537.36 Edge/18.18362",
                "HP LaserJet 400 color M451dn",
                "HomeAssistant/2024.6.0 aiohttp/3.9.5 Python/3.12",
            })
    void devices(String userAgent) {
        assertThat(find(userAgent).kind()).isEqualTo(ClientKind.DEVICE);
    }

    @ParameterizedTest
    @DisplayName("Apps are apps by their own account")
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Bazaar/6.4.0 (iPhone; iOS 18.3) => Bazaar/6",
                "Bazaar/6.4.0 (iPhone; iOS 18.3; Scale/3.00) => Bazaar/6",
                "My Bazaar/6.4 (org.example.bazaar; build:12; iOS 17.2.0) Alamofire/5.8.1 => My Bazaar/6",
                "Bazaar/412 CFNetwork/1496.0.7 Darwin/23.5.0 => Bazaar/412",
                "iRobot/7.1 (iPhone; iOS 17.1) => iRobot/7",
                "Klarna/23.1 (iPhone; iOS 17.1) => Klarna/23",
                "Bazaar/6.4.0 (Android 14; Pixel 8) okhttp/4.12.0 => Bazaar/6",
                "Dalvik/2.1.0 (Linux; U; Android 13; Pixel 6 Build/TQ3A.230805.001) => Dalvik/2",
                "UnityPlayer/2021.3.5f1 (UnityWebRequest/1.0, libcurl/7.80.0-DEV) => Unity/2021",
            })
    void apps(String userAgent, String id) {
        assertThat(find(userAgent))
                .extracting(ClientProfile::id, ClientProfile::kind)
                .containsExactly(id, ClientKind.APP);
    }

    @ParameterizedTest
    @DisplayName("Browsers stay browsers, whatever stands beside")
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 9; CUBOT) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.81 Mobile Safari/537.36",
                "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; http://bsalsa.com)",
            })
    void browsers(String userAgent) {
        assertThat(find(userAgent).browser()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("A name inside another name is not that name")
    @ValueSource(strings = {"scoring-service/1.2", "honest/1.0", "mynode/3", "forgotten/1", "robotics-erp/2", "null"})
    void others(String userAgent) {
        assertThat(find(userAgent).unknown()).isTrue();
    }

    @Test
    void givenGarbageWithoutEnd_thenItIsUnknown_andCheap() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 200; i++) {
                assertThat(find("(+@.".repeat(20_000) + i).kind()).isEqualTo(ClientKind.UNKNOWN);
                assertThat(find("z" + i + "%00".repeat(20_000)).kind()).isEqualTo(ClientKind.UNKNOWN);
            }
        });
    }
}
