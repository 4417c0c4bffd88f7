package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.portcullis.Samples;
import io.portcullis.intake.IntakeSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.json.JsonContent;

class HttpTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";
    private static final int QUEUE = 3;

    @TempDir
    private static Path folder;

    private static PortcullisServer server;
    private static String admin;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("portcullis") + ";WRITE_DELAY=0";
        server = PortcullisServer.start(new ServeOptions(
                0, folder, url, null, new IntakeSettings(QUEUE, 2_000, 1_000).withHorizon(Samples.ANY_AGE)));
        admin = Files.readString(folder.resolve("admin.key")).strip();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class Activities {

        @Test
        void givenOneObject_whenSent_thenItIsAccepted() {
            HttpResponse<String> answer = post("/v1/activities", JSON, Samples.requestJson("one", "192.0.2.1"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        }

        @Test
        void givenAnArrayWithSomeSentBefore_whenSent_thenDuplicatesAreCounted() {
            post("/v1/activities", JSON, Samples.requestJson("dup", "192.0.2.1"));

            HttpResponse<String> answer = post(
                    "/v1/activities",
                    JSON,
                    "[" + Samples.requestJson("dup", "192.0.2.1") + "," + Samples.requestJson("new", "192.0.2.1")
                            + "]");

            assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":1,\"rejected\":[]}");
        }

        @Test
        void givenNdjsonWithABadLine_whenSent_thenTheOthersAreAcceptedAndTheBadOneIsNamed() {
            HttpResponse<String> answer = post(
                    "/v1/activities",
                    NDJSON,
                    Samples.requestJson("nd-0", "192.0.2.1") + "\n{\"type\":\"login\"\n"
                            + Samples.requestJson("nd-2", "192.0.2.1").replace("\"status\":200", "\"status\":999")
                            + "\n" + Samples.requestJson("nd-3", "192.0.2.1"));

            assertThat(answer.statusCode()).isEqualTo(202);
            JsonContent body = json(answer);
            assertThat(body).extractingPath("accepted").isEqualTo(2);
            assertThat(body).extractingPath("rejected[*].index").isEqualTo(List.of(1, 2));
            assertThat(body).extractingPath("rejected[1].field").isEqualTo("status");
            assertThat(body).extractingPath("rejected[1].reason").isEqualTo("must be from 100 to 599");
        }

        @Test
        void givenAFieldThatIsNotKnown_whenSent_thenTheAnswerWarnsOfIt_andStrictRefuses() {
            String slip = Samples.requestJson("slip", "192.0.2.1").replace("\"type\"", "\"accout\":\"a\",\"type\"");

            JsonContent body = json(post("/v1/activities", JSON, slip));
            assertThat(body).extractingPath("accepted").isEqualTo(1);
            assertThat(body).extractingPath("warnings[0].field").isEqualTo("accout");
            assertThat(body).extractingPath("warnings[0].reason").asString().contains("did you mean account?");

            HttpResponse<String> strict = post("/v1/activities?strict=true", JSON, slip.replace("slip", "strict"));
            assertThat(strict.statusCode()).isEqualTo(400);
            assertThat(json(strict)).extractingPath("rejected[0].field").isEqualTo("accout");

            HttpResponse<String> decision = post("/v1/decisions", JSON, slip.replace("slip", "slip-2"));
            assertThat(json(decision)).extractingPath("warnings[0].field").isEqualTo("accout");
            assertThat(get("/v1/decisions/slip-2").body()).doesNotContain("warnings");
        }

        @Test
        void givenAnIdWithAnotherActivity_whenSent_thenTheFirstDecisionStands_andTheAnswerWarns() {
            post("/v1/activities", JSON, Samples.requestJson("twice", "192.0.2.1"));

            JsonContent body = json(post("/v1/activities", JSON, Samples.requestJson("twice", "192.0.2.2")));
            assertThat(body).extractingPath("duplicates").isEqualTo(1);
            assertThat(body).extractingPath("warnings[0].field").isEqualTo("id");

            assertThat(json(post("/v1/decisions", JSON, Samples.requestJson("twice", "192.0.2.2"))))
                    .extractingPath("warnings[0].reason")
                    .asString()
                    .startsWith("came before with another activity");
        }

        @Test
        void givenACardsNumber_whenSent_thenItIsStoredNowhere_andFoundAllTheSame() {
            String request = Samples.requestJson("card", "192.0.2.1")
                    .replace("\"id\":\"card\"", "\"id\":\"4111111111111111\",\"user\":\"5555555555554444\"");

            JsonContent body = json(post("/v1/decisions", JSON, request));
            assertThat(body).extractingPath("activity").asString().startsWith("411111******1111!");
            assertThat(body).extractingPath("warnings[*].field").isEqualTo(List.of("id", "user"));
            assertThat(get("/v1/decisions/4111111111111111").statusCode()).isEqualTo(200);
        }

        @Test
        void givenSeveralFieldsAtFault_whenSent_thenAllAreNamed() {
            HttpResponse<String> answer =
                    post("/v1/decisions", JSON, "{\"type\":\"login\",\"ip\":\"x\",\"status\":\"y\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer))
                    .extractingPath("rejected[*].field")
                    .isEqualTo(List.of("ip", "status", "occurredAt", "outcome"));
        }

        @Test
        void givenATimeBeforeTheHorizon_whenSent_thenItIsRejected_andTakenAsHistory() {
            String old = Samples.requestJson("old", "192.0.2.1").replace("2026-01-02T", "0001-01-02T");

            HttpResponse<String> answer = post("/v1/activities", JSON, old);
            assertThat(json(answer)).extractingPath("rejected[0].field").isEqualTo("occurredAt");
            assertThat(json(answer))
                    .extractingPath("rejected[0].reason")
                    .asString()
                    .contains("import");

            assertThat(json(post("/v1/activities?history=true", JSON, old)))
                    .extractingPath("accepted")
                    .isEqualTo(1);
        }

        @Test
        void givenATimeAheadOfTheClock_whenSent_thenItIsRejectedByItsIndex() {
            String ahead = Samples.requestJson("ahead", "192.0.2.1")
                    .replace(
                            "2026-01-02T03:04:05.678Z",
                            Instant.now().plusSeconds(3600).toString());

            HttpResponse<String> answer =
                    post("/v1/activities", NDJSON, "bad\n" + Samples.requestJson("now", "192.0.2.1") + "\n" + ahead);

            JsonContent body = json(answer);
            assertThat(body).extractingPath("rejected[*].index").isEqualTo(List.of(0, 2));
            assertThat(body).extractingPath("rejected[1].field").isEqualTo("occurredAt");
        }

        @Test
        void givenNoId_whenSent_thenTheServerMakesOneAndReturnsIt() {
            String anonymous = "{\"type\":\"login\",\"occurredAt\":\"2026-01-02T03:04:05Z\",\"ip\":\"192.0.2.9\","
                    + "\"outcome\":\"failed\"}";

            HttpResponse<String> answer = post("/v1/activities", NDJSON, "bad\n" + anonymous);

            JsonContent body = json(answer);
            assertThat(body).extractingPath("ids[0].index").isEqualTo(1);
            assertThat(body).extractingPath("ids[0].id").asString().satisfies(id -> assertThat(
                            get("/v1/decisions/" + id).statusCode())
                    .isEqualTo(200));
        }

        @Test
        void givenOnlyInvalidOnes_whenSent_thenTheProblemNamesEach() {
            HttpResponse<String> answer = post("/v1/activities", JSON, "[{\"type\":\"login\"},7]");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
            assertThat(json(answer)).extractingPath("rejected[*].index").isEqualTo(List.of(0, 0, 0, 1));
        }

        @Test
        void givenMalformedJson_whenSent_thenNothingIsTaken() {
            HttpResponse<String> answer =
                    post("/v1/activities", JSON, "[" + Samples.requestJson("torn", "192.0.2.1") + ",");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(get("/v1/decisions/torn").statusCode()).isEqualTo(404);
        }

        @Test
        void givenGzip_whenSent_thenItIsUnderstood() throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
                out.write(Samples.requestJson("zipped", "192.0.2.1").getBytes(StandardCharsets.UTF_8));
            }

            HttpResponse<String> answer = send(request("/v1/activities", admin)
                    .header("Content-Type", JSON)
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

            assertThat(answer.statusCode()).isEqualTo(202);
        }

        @Test
        void givenThousandsOfActivities_whenSent_thenTheAnswerTellsOfEachByItsPlace() {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                String line = Samples.requestJson(i == 1_030 ? "piece-1020" : "piece-" + i, "192.0.2.1");
                lines.append(i == 700 || i == 1_600 ? "{}" : i == 1_100 ? line.replace("{", "{\"accout\":1,") : line)
                        .append('\n');
            }

            String answer = post("/v1/activities", NDJSON, lines.toString()).body();

            assertThat(answer)
                    .startsWith("{\"accepted\":1997,\"duplicates\":1,\"rejected\":[{\"index\":700,")
                    .contains("{\"index\":1600,\"field\":\"type\"")
                    .containsOnlyOnce("{\"index\":1100,\"field\":\"accout\"")
                    .doesNotContain("\"index\":1030");
            assertThat(get("/v1/decisions/piece-1999").statusCode()).isEqualTo(200);
        }

        @Test
        void givenTooMuch_whenSent_thenItIsRefusedWhole() {
            assertThat(post("/v1/activities", NDJSON, "{}\n".repeat(10_001)).statusCode())
                    .isEqualTo(413);
            assertThat(post("/v1/activities", JSON, " ".repeat((10 << 20) + 1)).statusCode())
                    .isEqualTo(413);
        }

        @Test
        void givenAnActivityTooLargeToStore_whenSent_thenItIsRejected() {
            HttpResponse<String> answer = post(
                    "/v1/activities",
                    JSON,
                    Samples.requestJson("large", "192.0.2.1").replace("Mozilla", "x".repeat(300_000)));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("at most 256 KiB");
        }
    }

    @Nested
    class Decisions {

        @Test
        void givenAnActivity_whenAskedTwice_thenTheDecisionIsTheSameAndCanBeReadAgain() {
            HttpResponse<String> first = post("/v1/decisions", JSON, Samples.requestJson("d-1", "192.0.2.1"));
            HttpResponse<String> again = post("/v1/decisions", JSON, Samples.requestJson("d-1", "192.0.2.1"));

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(json(first)).extractingPath("activity").isEqualTo("d-1");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(get("/v1/decisions/d-1").body()).isEqualTo(first.body());
        }

        @Test
        void givenAnInvalidActivity_whenAsked_thenTheProblemNamesTheField() {
            HttpResponse<String> answer = post("/v1/decisions", JSON, "{\"type\":\"login\",\"ip\":\"192.0.2.1\"}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer))
                    .extractingPath("rejected[0].field")
                    .asString()
                    .isNotEmpty();
        }

        @Test
        void givenAnUnknownActivity_whenRead_thenThereIsNone() {
            HttpResponse<String> answer = get("/v1/decisions/never");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        }
    }

    @Nested
    class Identifiers {

        @Test
        void givenAnIdOfAnyCharacters_whenAskedFor_thenItIsFound() {
            for (String id :
                    List.of("a/b", "a//b+/=", "a;b=c", "a\\\\b", "100%", "%2F", "a/../b", "../admin/keys", "é ü")) {
                String json = id.replace("\\\\", "\\");
                post("/v1/activities", JSON, Samples.requestJson(id, "192.0.2.1"));
                HttpResponse<String> found = get("/v1/decisions/" + encoded(json));
                assertThat(found.statusCode()).as(id).isEqualTo(200);
                assertThat(json(found)).extractingPath("activity").isEqualTo(json);
            }
        }

        @Test
        void givenAFingerprintWithSlashes_whenItsRiskIsAskedFor_thenItIsFound() throws Exception {
            String login =
                    "{\"type\":\"login\",\"occurredAt\":\"2026-01-02T03:04:05Z\",\"device\":\"q/8+;=\",\"outcome\":\"failed\"}";
            assertThat(post("/v1/activities", JSON, login).statusCode()).isEqualTo(202);
            server.projections().views().awaitCaughtUp(Duration.ofSeconds(60));

            HttpResponse<String> risk = get("/v1/devices/" + encoded("q/8+;=") + "/risk");
            assertThat(risk.statusCode()).as(risk.body()).isEqualTo(200);
            assertThat(json(risk)).extractingPath("id").isEqualTo("q/8+;=");
            assertThat(get("/v1/devices/" + encoded("q/8+;=") + "/links").statusCode())
                    .isEqualTo(200);
        }

        private static String encoded(String id) {
            return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    @Nested
    class Overload {

        /** Another transaction holds the next place in the log, so that the writer waits while the queue fills. */
        @Test
        void givenAFullQueue_whenMoreIsSent_thenItIsRefusedWithATimeToRetry() throws SQLException {
            post("/v1/decisions", JSON, Samples.requestJson("before", "192.0.2.1"));
            String url = "jdbc:h2:file:" + folder.resolve("portcullis") + ";WRITE_DELAY=0";
            try (Connection blocker = DriverManager.getConnection(url, "sa", "")) {
                blocker.setAutoCommit(false);
                try (PreparedStatement insert = blocker.prepareStatement("""
                        INSERT INTO DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber, type,
                            timeStamp, payloadType, payload, metaData)
                        SELECT 'blocker', aggregateIdentifier, max(sequenceNumber) + 1, 'log', '', '', X'00', X'00'
                        FROM DomainEventEntry WHERE aggregateIdentifier = 'log' GROUP BY aggregateIdentifier""")) {
                    assertThat(insert.executeUpdate()).isEqualTo(1);
                }
                CompletableFuture<HttpResponse<String>> taken = later("taken");
                await().until(() ->
                        server.intake().waiting() == 0 && server.intake().inHand() == 1);
                CompletableFuture<HttpResponse<String>> queued = later("q-1", "q-2", "q-3");
                await().until(() -> server.intake().waiting() == QUEUE);

                HttpResponse<String> refused = post("/v1/activities", JSON, Samples.requestJson("no", "192.0.2.1"));
                blocker.rollback();

                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                assertThat(refused.headers().firstValue("Content-Type")).contains(PROBLEM);
                assertThat(taken.join().statusCode()).isEqualTo(202);
                assertThat(queued.join().statusCode()).isEqualTo(202);
                assertThat(get("/v1/decisions/no").statusCode()).isEqualTo(404);
            }
        }

        private CompletableFuture<HttpResponse<String>> later(String... ids) {
            StringBuilder lines = new StringBuilder();
            for (String id : ids) {
                lines.append(Samples.requestJson(id, "192.0.2.1")).append('\n');
            }
            return CLIENT.sendAsync(
                    request("/v1/activities", admin)
                            .header("Content-Type", NDJSON)
                            .POST(BodyPublishers.ofString(lines.toString()))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Nested
    class Security {

        @Test
        void givenNoKey_thenNothingButHealthAndOpenApiAnswers() {
            for (String path : List.of("/v1/decisions/x", "/v1/admin/keys", "/actuator/prometheus", "/nothing")) {
                HttpResponse<String> answer = send(request(path, null).GET());
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
            }
            for (String path : List.of("/actuator/health", "/actuator/health/readiness", "/v3/api-docs")) {
                assertThat(send(request(path, null).GET()).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }

        @Test
        void givenNoKey_thenHealthTellsNoDetails() {
            assertThat(send(request("/actuator/health", null).GET()).body()).doesNotContain("position");
            assertThat(send(request("/actuator/health", admin).GET()).body()).contains("\"position\"");
        }

        @Test
        void givenNoKey_thenTheRootTellsWhereToReadOn() {
            HttpResponse<String> answer = send(request("/", null).GET());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"name\":\"Portcullis\",\"openapi\":\"/v3/api-docs\",\"health\":\"/actuator/health\"}");
            assertThat(send(request("/", null).POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void givenABadKey_thenEvenOpenCallsAreRefused() {
            assertThat(send(request("/v1/decisions/x", "portcullis_guess").GET())
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void givenAKeyWithOneRole_thenItDoesThatAndNoMore() {
            String ingest = make("ingest");
            String query = make("query");

            assertThat(post("/v1/decisions", JSON, Samples.requestJson("by-ingest", "192.0.2.1"), ingest)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post("/v1/decisions", JSON, Samples.requestJson("by-query", "192.0.2.1"), query)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(send(request("/v1/decisions/by-ingest", query).GET()).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused =
                    send(request("/v1/decisions/by-ingest", ingest).GET());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).contains(PROBLEM);
            assertThat(send(request("/v1/admin/keys", query).GET()).statusCode())
                    .isEqualTo(403);
            assertThat(send(request("/actuator/prometheus", query).GET()).statusCode())
                    .isEqualTo(403);
            assertThat(get("/actuator/prometheus").body()).contains("portcullis_intake_decisions_total");
        }

        /** What a client sends is not tidied up by this one. */
        @Test
        void givenPathsWithTricks_thenWhatIsTheAdminsStaysTheAdmins() throws IOException {
            String query = make("query");
            for (String path : List.of(
                    "/v1/admin/keys",
                    "/v1/admin%2Fkeys",
                    "/v1/admin%2fkeys",
                    "/v1%2Fadmin/keys",
                    "/v1%2Fadmin%2Fkeys",
                    "/%76%31/admin/keys",
                    "/v1/%61dmin/keys",
                    "/v1/%61%64%6d%69%6e/%6beys",
                    "/v1/admin;x/keys",
                    "/v1/admin%3Bx/keys",
                    "/v1/admin%3b/keys",
                    "/v1/admin/keys;x",
                    "/v1/admin/keys%3Bx",
                    "/v1;x=/admin/keys",
                    "/v1/accounts/../admin/keys",
                    "/v1/accounts/..;/admin/keys",
                    "/v1/accounts/..%3B/admin/keys",
                    "/v1/accounts/%2e%2e/admin/keys",
                    "/v1/accounts/..%2Fadmin/keys",
                    "/v1/accounts%2F..%2Fadmin%2Fkeys",
                    "/v1/accounts/..%2F..%2Fv1%2Fadmin%2Fkeys",
                    "/v1/accounts/%252e%252e%252fadmin/keys",
                    "/v1/accounts/..%252Fadmin/keys",
                    "/v1/accounts/..%5Cadmin/keys",
                    "/v1/accounts/..\\admin/keys",
                    "/v1\\admin\\keys",
                    "/v1%5Cadmin%5Ckeys",
                    "/v1/admin%5Ckeys",
                    "/v1//admin/keys",
                    "//v1/admin/keys",
                    "/v1/./admin/keys",
                    "/v1/%2E/admin/keys",
                    "/v1/admin/./keys",
                    "/v1/%2Fadmin/keys",
                    "/v1/admin/%2Fkeys",
                    "/v1/admin/keys/",
                    "/v1/admin/keys%2F",
                    "/v1/admin/keys%00",
                    "/v1/admin/keys%0a",
                    "/v1/admin/keys%20",
                    "/v1/admin/keys.json",
                    "/V1/Admin/Keys",
                    "/v1/admin%c0%afkeys",
                    "/v1/admin%ef%bc%8fkeys",
                    "/v1/%2561dmin/keys",
                    "/v1/decisions/..%2Fadmin%2Fviews",
                    "/v1/admin%2Fviews",
                    "/v1/admin;a=b/views",
                    "/actuator%2Fprometheus",
                    "/actuator;x/prometheus",
                    "/actuator/health/..%2Fprometheus",
                    "/actuator/health%2F..%2Fprometheus",
                    "/actuator/health/..;/prometheus",
                    "/actuator/health/..%5Cprometheus",
                    "/v3/api-docs%2F..%2F..%2Fv1%2Fadmin%2Fkeys",
                    "/v3/api-docs/..%2F..%2Fv1/admin/keys",
                    "http://127.0.0.1/v1/admin/keys",
                    "/v1/admin/keys?x=/v1/accounts",
                    "/v1/admin/keys#/v1/accounts")) {
                for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
                    for (String key : List.of(query, "")) {
                        String answer = raw(method, path, key);
                        assertThat(answer)
                                .as(method + " " + path)
                                .matches("(?s)HTTP/1.1 (400|401|403|404|405|415) .*")
                                .doesNotContain("createdAt", "portcullis_intake", "\"view\"");
                    }
                }
            }
        }

        @Test
        void givenHead_thenItIsAllowedWhereGetIs() {
            String query = make("query");
            post("/v1/decisions", JSON, Samples.requestJson("head", "192.0.2.1"));
            for (String path : List.of("/", "/actuator/health", "/v3/api-docs")) {
                assertThat(head(path, null)).as(path).isEqualTo(200);
            }
            assertThat(head("/v1/decisions/head", query)).isEqualTo(200);
            assertThat(head("/v1/decisions/head", make("ingest"))).isEqualTo(403);
            assertThat(head("/v1/decisions/head", null)).isEqualTo(401);
            assertThat(head("/v1/admin/keys", query)).isEqualTo(403);
            assertThat(head("/actuator/prometheus", query)).isEqualTo(403);
        }

        private static int head(String path, @Nullable String key) {
            return send(request(path, key).method("HEAD", BodyPublishers.noBody()))
                    .statusCode();
        }

        private static String raw(String method, String path, String key) throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                String authorization = key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n";
                socket.getOutputStream()
                        .write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + authorization
                                        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            }
        }

        @Test
        void givenARevokedKey_thenItIsRefusedAtOnce() {
            HttpResponse<String> made = post("/v1/admin/keys", JSON, "{\"name\":\"gone\",\"roles\":[\"query\"]}");
            String key = text(made, "key");
            String id = text(made, "id");

            assertThat(send(request("/v1/admin/keys/" + id, admin).DELETE()).statusCode())
                    .isEqualTo(204);

            assertThat(send(request("/v1/decisions/x", key).GET()).statusCode()).isEqualTo(401);
            assertThat(get("/v1/admin/keys").body()).doesNotContain(key).doesNotContain(id);
        }

        @Test
        void givenTheOnlyAdminKey_thenItCannotBeRevoked() {
            String id = text(get("/v1/admin/keys"), "[0].id");

            assertThat(send(request("/v1/admin/keys/" + id, admin).DELETE()).statusCode())
                    .isEqualTo(409);
        }

        @Test
        void givenTheFileOfTheAdminKey_thenItsOwnerAloneMayReadIt() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin.key"))))
                    .isEqualTo("rw-------");
        }

        private String make(String role) {
            return text(
                    post("/v1/admin/keys", JSON, "{\"name\":\"%s\",\"roles\":[\"%s\"]}".formatted(role, role)), "key");
        }
    }

    @Nested
    class Problems {

        @Test
        void givenWhatNoControllerAnswers_thenItIsAProblem() {
            problem(404, request("/v1/nothing", admin).GET());
            problem(405, request("/v1/activities", admin).DELETE());
            problem(
                    415,
                    request("/v1/activities", admin)
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString("x")));
            problem(400, request("/v1/decisions/a;b", admin).GET());
            problem(400, request("/v1/decisions/a//b", admin).GET());
            problem(
                    400,
                    request("/v1/admin/keys", admin)
                            .header("Content-Type", JSON)
                            .POST(BodyPublishers.ofString("{")));
        }

        private void problem(int status, HttpRequest.Builder request) {
            HttpResponse<String> answer = send(request);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("of " + status)
                    .contains(PROBLEM);
            assertThat(json(answer)).extractingPath("status").isEqualTo(status);
        }
    }

    @Test
    void givenAForeignHost_whenTheOpenApiDocumentIsRead_thenItDoesNotRepeatIt() throws IOException {
        String answer = exchange("GET /v3/api-docs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example")
                .contains("\"url\":\"/\"");
    }

    @Test
    void givenABadKey_whenHealthIsAsked_thenItAnswers() {
        assertThat(send(request("/actuator/health", "portcullis_guess").GET()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenAParameterThatIsNotPercentEncoded_thenItIsNamed() throws IOException {
        for (String query : List.of("minScore=%zz", "minScore=%ff", "minScore=%")) {
            String answer = exchange("GET /v1/accounts?" + query + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + admin + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(query).startsWith("HTTP/1.1 400").contains(PROBLEM, "minScore: ");
        }
    }

    @Test
    void givenAKeyWithAnyContentType_whenMade_thenTheTypeIsRefused() {
        assertThat(post("/v1/admin/keys", "*/*", "{}").statusCode()).isEqualTo(415);
    }

    /** Its rest is awaited without a thread; who calls, and what he may do, is asked all the same. */
    @Test
    void givenABodyInPieces_thenItIsTakenFromThoseWhoMaySendIt() throws Exception {
        String json = Samples.requestJson("pieces", "192.0.2.1");
        assertThat(inPieces(json, admin)).startsWith("HTTP/1.1 200").contains("\"activity\":\"pieces\"");
        String query = text(post("/v1/admin/keys", JSON, "{\"name\":\"reader\",\"roles\":[\"query\"]}"), "key");
        assertThat(inPieces(json, query)).startsWith("HTTP/1.1 403").contains(PROBLEM);
    }

    /** The body never comes. */
    @Test
    void givenABodyWithoutAKey_thenItIsRefusedUnread() throws IOException {
        long start = System.nanoTime();
        String answer = exchange("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 401").contains(PROBLEM, "Connection: close");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void givenABodyThatComesTooSlowly_thenItsConnectionIsClosed() throws IOException {
        String answer = exchange("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + admin
                + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 408").contains(PROBLEM, "Connection: close");
    }

    private static String inPieces(String json, String key) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                                    + "\r\nConnection: close\r\n\r\n" + json.substring(0, 20))
                            .getBytes(StandardCharsets.ISO_8859_1));
            Thread.sleep(300);
            socket.getOutputStream().write(json.substring(20).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void givenTheOpenApiDocument_thenItDescribesEveryCallOfOurs() {
        JsonContent document = json(send(request("/v3/api-docs", null).GET()));

        assertThat(document).extractingPath("openapi").asString().startsWith("3.1");
        assertThat(document)
                .extractingPath("paths")
                .asMap()
                .containsOnlyKeys(
                        "/v1/activities",
                        "/v1/decisions",
                        "/v1/decisions/{activity}",
                        "/v1/admin/keys",
                        "/v1/admin/keys/{id}",
                        "/v1/admin/views",
                        "/v1/admin/views/{view}/rebuild",
                        "/v1/{collection}",
                        "/v1/{collection}/{id}/risk",
                        "/v1/{collection}/{id}/links");
        assertThat(document)
                .extractingPath("components.schemas")
                .asMap()
                .containsKeys("Activity", "Decision", "Receipt", "Problem");
    }

    @Test
    void givenAParameterThatIsNoneOfTheChoices_thenTheyAreListed() {
        for (String path : List.of("/v1/decisions?action=FOO", "/v1/accounts?band=FOO", "/v1/accounts?sort=FOO")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("io.portcullis").containsPattern("must be (one of )?\\w+, \\w+");
        }
        String forged = Base64.getUrlEncoder().encodeToString("newest 1 x".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = get("/v1/decisions?cursor=" + forged);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).extractingPath("detail").asString().startsWith("cursor is not one");
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return post(path, type, body, admin);
    }

    private static HttpResponse<String> post(String path, String type, String body, String key) {
        return send(request(path, key).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path, admin).GET());
    }

    private static HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonContent json(HttpResponse<String> answer) {
        return new JsonContent(answer.body());
    }

    private static String text(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), "$" + (path.startsWith("[") ? "" : ".") + path);
    }
}
