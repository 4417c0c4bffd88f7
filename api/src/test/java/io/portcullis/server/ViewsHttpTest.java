package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import io.portcullis.intake.IntakeSettings;
import io.portcullis.projections.Projections;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From activities sent to views queried, over HTTP: ten cards declined on one device within minutes. */
class ViewsHttpTest {

    /** Fewer than the activities sent. */
    private static final int WINDOW = 4;

    @TempDir
    private static Path folder;

    private static PortcullisServer server;
    private static String key;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        server = PortcullisServer.start(new ServeOptions(
                0, folder, null, null, new IntakeSettings(1_000, 100, WINDOW).withHorizon(Samples.ANY_AGE)));
        key = Files.readString(folder.resolve("admin.key")).strip();
        String payments =
                IntStream.range(0, 10).mapToObj(i -> """
                        {"id":"p-%d","type":"payment","occurredAt":"2026-11-22T10:0%d:00Z","account":"a-1","device":"d-9",\
                        "ip":"192.0.2.1","card":"c-%d","outcome":"declined","kind":"charge","amount":1}""".formatted(i, i, i)).collect(Collectors.joining("\n"));
        HttpResponse<String> receipt = HTTP.send(
                call("/v1/activities")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(payments))
                        .build(),
                BodyHandlers.ofString());
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(202);
        server.projections().views().awaitCaughtUp(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDeviceIsAccusedWithItsSignal() throws Exception {
        assertThat(get("/v1/devices/d-9/risk").body())
                .contains("\"kind\":\"device\"", "\"id\":\"d-9\"", "\"signal\":\"card-testing\"", "\"activities\":10");
    }

    @Test
    void anAddressIsAskedForInAnySpelling() throws Exception {
        for (String ip : List.of("192.0.2.1", "192.0.2.1:443", "%3A%3Affff%3A192.0.2.1")) {
            assertThat(get("/v1/ips/" + ip + "/risk").body()).as(ip).contains("\"id\":\"192.0.2.1\"");
            assertThat(get("/v1/ips/" + ip + "/links").statusCode()).as(ip).isEqualTo(200);
        }
    }

    @Test
    void theAccountOfTheSamePaymentsIsKnownAndLinked() throws Exception {
        assertThat(get("/v1/accounts/a-1/risk").body()).contains("\"recentDecisions\":[{");
        assertThat(get("/v1/accounts/a-1/links?depth=2").body()).contains("d-9");
    }

    @Test
    void theListingBeginsWithTheRiskiest() throws Exception {
        assertThat(get("/v1/devices?minScore=60").body()).contains("\"id\":\"d-9\"");
        assertThat(get("/v1/devices?band=low").body()).doesNotContain("d-9");
    }

    @Test
    void theDecisionsAreListedNewestFirst() throws Exception {
        assertThat(get("/v1/decisions?signal=card-testing&device=d-9&limit=1").body())
                .contains("\"activity\":\"p-9\"", "\"cursor\":");
    }

    @Test
    void aDecisionIsFoundHoweverOldItIs() throws Exception {
        assertThat(get("/v1/decisions/p-0").body()).contains("\"activity\":\"p-0\"", "\"position\":1");
        assertThat(get("/v1/decisions/p-9").body()).contains("\"activity\":\"p-9\"", "\"position\":10");
    }

    @Test
    void whoIsNotKnownIsNotFound() throws Exception {
        HttpResponse<String> unknown = get("/v1/accounts/nobody/risk");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(get("/v1/nonsense/x/risk").statusCode()).isEqualTo(404);
        assertThat(get("/v1/accounts?band=green").statusCode()).isEqualTo(400);
        assertThat(get("/v1/accounts/a-1/links?depth=9").statusCode()).isEqualTo(400);
    }

    @Test
    void aViewIsRebuiltWhileItAnswers() throws Exception {
        Projections projections = server.projections();
        String view = projections.views().names().stream()
                .filter(name -> name.contains("account"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> begun = HTTP.send(
                call("/v1/admin/views/" + view + "/rebuild")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(get("/v1/accounts/a-1/risk").statusCode()).isEqualTo(200);
        projections.views().awaitRebuilt(view, Duration.ofSeconds(60));
        assertThat(get("/v1/accounts/a-1/risk").body()).contains("\"activities\":10");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(call(path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + key);
    }
}
