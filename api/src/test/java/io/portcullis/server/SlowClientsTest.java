package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import io.portcullis.intake.IntakeSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand clients of each kind that are slow, by intent or not, and one that wants decisions meanwhile. */
@Tag("slow")
class SlowClientsTest {

    private static final int CLIENTS = 1_000;
    private static final int WARM_UP = 300;
    private static final int DECISIONS = 300;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final int MORE = 8;

    @TempDir
    private static Path folder;

    private static PortcullisServer server;
    private static String admin;
    private static int next;

    @BeforeAll
    static void start() throws Exception {
        server = PortcullisServer.start(
                new ServeOptions(0, folder, null, null, IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE)));
        admin = Files.readString(folder.resolve("admin.key")).strip();
        decide(WARM_UP);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givenBodiesThatComeSlowlyWithoutAKey_thenDecisionsAreMadeSoon() throws Exception {
        decideBeside(head("POST", "/v1/activities", "Content-Length: 100000") + "{", "x");
    }

    @Test
    void givenBodiesThatComeSlowlyWithAKey_thenDecisionsAreMadeSoon() throws Exception {
        decideBeside(head("POST", "/v1/activities", key() + "Content-Length: 100000") + "{", "x");
        decideBeside(head("POST", "/v1/decisions", key() + "Transfer-Encoding: chunked") + "1\r\n{\r\n", "1\r\nx\r\n");
    }

    @Test
    void givenClientsThatPipelineAndNeverRead_thenDecisionsAreMadeSoon() throws Exception {
        decideBeside(head("GET", "/v3/api-docs", key()).repeat(200), "");
        decideBeside(head("GET", "/v3/api-docs", "X: y").repeat(200), "");
    }

    @Test
    void givenConnectionsWithoutARequest_thenDecisionsAreMadeSoon() throws Exception {
        decideBeside("", "");
    }

    @Test
    void givenHeadsThatComeSlowly_thenDecisionsAreMadeSoon() throws Exception {
        decideBeside("POST /v1/decisions HTTP/1.1\r\nHost: x\r\n", "a: b\r\n");
    }

    /** On a machine that is busy with other things, decisions take longer with and without slow clients. */
    private static void decideBeside(String first, String drip) throws Exception {
        Duration busy = percentile(decide(DECISIONS / 3), 95).multipliedBy(MORE);
        try (SlowClients slow = SlowClients.connect(server.port(), CLIENTS, first, drip)) {
            Thread.sleep(1_000);
            long[] nanos = decide(DECISIONS);
            assertThat(percentile(nanos, 95))
                    .as("95th percentile; median " + percentile(nanos, 50) + ", 99th percentile "
                            + percentile(nanos, 99))
                    .isLessThanOrEqualTo(busy.compareTo(SOON) > 0 ? busy : SOON);
        }
    }

    private static Duration percentile(long[] sorted, int percent) {
        return Duration.ofNanos(sorted[sorted.length * percent / 100]);
    }

    /** @return how long each took, shortest first; connections included that had to be made */
    private static long[] decide(int count) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/v1/decisions"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + admin)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Samples.requestJson("slow-" + next++, "192.0.2.1")))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - start;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static String key() {
        return "Authorization: Bearer " + admin + "\r\n";
    }

    /** @param headers whole lines; the last may lack its end */
    private static String head(String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers.strip()
                + "\r\n\r\n";
    }
}
