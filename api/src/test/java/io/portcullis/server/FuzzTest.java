package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import io.portcullis.intake.IntakeSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a client sends to an operation of the OpenAPI document, the server answers with what is wrong, and never with
 * an error of its own. Always the same requests: a failure names its own.
 */
class FuzzTest {

    private static final long SEED = 20_261_127;
    private static final int REQUESTS_AN_OPERATION = 120;

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1e400",
            "99999999999999999999",
            "true",
            "null",
            "x".repeat(3_000),
            "%zz",
            "%ff",
            "%00",
            "%",
            "..%2f..",
            "%E2%80%AE",
            "a%0d%0ab",
            "%F0%9F%92%A9",
            "'%20OR%201=1",
            "$%7Bjndi:x%7D",
            "2026-13-99",
            "NaN");

    /** A body that comes so long after the head is received on another way than one that comes with it. */
    private static final Duration LATE = Duration.ofMillis(5);

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-ndjson",
            "text/plain",
            "*/*",
            "application/json;charset=utf-16",
            "x",
            "",
            "multipart/form-data",
            "application/xml");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "{}",
            "null",
            "7",
            "\"x\"",
            "[[[[[[",
            "{\"type\":5}",
            "{\"type\":\"login\"}",
            "{\"name\":5,\"roles\":\"x\"}",
            "{\"name\":\"a\",\"roles\":[\"god\"]}",
            "{\"name\":\"a\",\"roles\":[null]}",
            "{\"name\":null,\"roles\":null}",
            "\u0000",
            "{\"a\":1e999999999}",
            "{\"occurredAt\":\"9999999999-01-01T00:00:00Z\"}",
            "{\"type\":\"payment\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"ip\":\"::1\",\"amount\":1e99999}",
            "{\"" + "a".repeat(2_000) + "\":1}",
            "[" + "[".repeat(600) + "]".repeat(600) + "]",
            "{\"type\":\"login\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"account\":\"\\ud800\",\"outcome\":\"failed\"}",
            "{\"type\":\"login\",\"type\":\"signup\",\"app\":[],\"network\":7,\"headers\":{}}");

    @TempDir
    private static Path folder;

    private static PortcullisServer server;
    private static String admin;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws IOException {
        server = PortcullisServer.start(
                new ServeOptions(0, folder, null, null, IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE)));
        admin = Files.readString(folder.resolve("admin.key")).strip();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** An operation, and the parameters of its query. */
    private record Operation(String method, String path, List<String> parameters) {}

    @Test
    void givenAnything_thenTheAnswerIsNoErrorOfTheServer() throws Exception {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(10);
        for (Operation operation : operations) {
            for (int i = 0; i < REQUESTS_AN_OPERATION; i++) {
                send(operation);
            }
        }
    }

    @Test
    void givenAPathThatLeavesTheRoot_whenTheBodyComesLate_thenItIsAnswered() throws Exception {
        String head = "GET /v1/..%2f..?x=%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + admin
                + "\r\nContent-Length: 4\r\n\r\n";
        assertThat(exchange(head, "null".getBytes(StandardCharsets.UTF_8), LATE.multipliedBy(50)))
                .startsWith("HTTP/1.1 400");
    }

    private static List<Operation> operations() throws Exception {
        JsonNode document = JsonMapper.shared()
                .readTree(
                        CLIENT.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString())
                                .body());
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue()
                                .path("parameters")
                                .valueStream()
                                .filter(parameter ->
                                        parameter.path("in").asString().equals("query"))
                                .map(parameter -> parameter.path("name").asString())
                                .toList()))));
        return operations;
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private void send(Operation operation) throws Exception {
        String target = target(operation);
        String method =
                random.nextInt(12) == 0 ? one(List.of("PUT", "PATCH", "TRACE", "OPTIONS", "FOO")) : operation.method();
        byte[] body = body();
        String head = method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + admin
                + "\r\nContent-Type: " + one(TYPES) + "\r\nContent-Length: " + body.length + "\r\n"
                + (random.nextInt(10) == 0
                        ? "Content-Encoding: " + one(List.of("gzip", "br", "identity")) + "\r\n"
                        : "")
                + (random.nextInt(10) == 0 ? "Accept: " + one(List.of("image/png", "*/*", "x")) + "\r\n" : "") + "\r\n";
        String answer = exchange(head, body, random.nextInt(4) == 0 ? LATE : Duration.ZERO);
        String request = head.replace(admin, "…") + new String(body, StandardCharsets.ISO_8859_1);
        assertThat(answer).as(request).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).as(request + "\n" + answer).isLessThan(500);
        assertThat(answer).as(request).doesNotContain("java.", "org.springframework", "\tat ", "[L");
        if (status >= 400 && !head.contains("Accept:")) {
            assertThat(answer).as(request).contains("application/problem+json");
        }
    }

    private String target(Operation operation) {
        StringBuilder target = new StringBuilder();
        for (String part : operation.path().split("(?=\\{)|(?<=\\})")) {
            target.append(part.startsWith("{") ? pathValue() : part);
        }
        String separator = "?";
        for (String parameter : operation.parameters()) {
            for (int times = random.nextInt(3); times > 0; times--) {
                target.append(separator).append(parameter).append('=').append(one(VALUES));
                separator = "&";
            }
        }
        return target.toString();
    }

    private String pathValue() {
        return random.nextBoolean() ? one(List.of("accounts", "devices", "ips", "a-7")) : one(VALUES);
    }

    private byte[] body() {
        byte[] body = one(BODIES).getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && random.nextInt(4) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String exchange(String head, byte[] body, Duration late) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            Thread.sleep(late.toMillis());
            out.write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
