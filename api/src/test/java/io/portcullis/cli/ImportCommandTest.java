package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private record Answer(int status, String body) {}

    @TempDir
    private Path folder;

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/activities", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.isEmpty()
                ? new Answer(202, "{\"accepted\":" + body.lines().count() + ",\"duplicates\":0,\"rejected\":[]}")
                : answers.remove();
        if (answer.status() == 429) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Cli importing(Path file, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of(
                "import",
                file,
                "--to",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--key",
                "k-1"));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray());
    }

    private Path accessLog(int lines) throws IOException {
        return Files.writeString(
                folder.resolve("access.log"),
                "192.0.2.1 - - [17/May/2026:10:05:03 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl/8\"\n".repeat(lines));
    }

    @Test
    void givenHistory_thenItArrivesInOrderInBatchesWithTheKey() throws IOException {
        Cli done = importing(accessLog(2500), "--format", "combined");

        assertThat(done.status()).isZero();
        assertThat(done.out()).contains("2,500 accepted, 0 duplicates, 0 rejected, 0 malformed lines skipped");
        assertThat(bodies).hasSize(3);
        assertThat(keys).containsOnly("Bearer k-1");
        assertThat(String.join("", bodies).lines().map(line -> line.substring(7, line.indexOf(':', 18))))
                .hasSize(2500)
                .startsWith("access.log:1", "access.log:2")
                .endsWith("access.log:2500");
    }

    @Test
    void givenTheSameFileTwice_thenTheActivitiesHaveTheSameIds() throws IOException {
        Path file = accessLog(5);
        importing(file, "--format", "combined");
        importing(file, "--format", "combined");

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
    }

    @Test
    void givenALogFormat_thenLinesOfItArrive() throws IOException {
        Cli done = importing(accessLog(5), "--log-format", "nginx");

        assertThat(done.status()).isZero();
        assertThat(done.out()).contains("5 accepted");
        assertThat(bodies.get(0)).contains("\"ip\":\"192.0.2.1\"");
    }

    @Test
    void givenAnOverloadedServer_thenItTriesAgain() throws IOException {
        answers.add(new Answer(429, ""));
        answers.add(new Answer(429, ""));

        Cli done = importing(accessLog(3), "--format", "combined");

        assertThat(done.status()).isZero();
        assertThat(bodies).hasSize(3).containsOnly(bodies.get(0));
        assertThat(done.out()).contains("3 accepted");
    }

    @Test
    void givenRejections_thenTheyAreReportedByTheirLine() throws IOException {
        answers.add(
                new Answer(
                        202,
                        "{\"accepted\":2,\"duplicates\":0,\"rejected\":[{\"index\":1,\"field\":\"occurredAt\",\"reason\":\"is in the future\"}]}"));

        Cli done = importing(accessLog(3), "--format", "combined");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err()).contains("access.log:2: occurredAt: is in the future");
        assertThat(done.out()).contains("2 accepted, 0 duplicates, 1 rejected");
    }

    @Test
    void givenAServerThatRejectsMany_thenTheFirstTenArePrintedAndAllAreCounted() throws IOException {
        String rejected = IntStream.range(0, 30)
                .mapToObj(i -> "{\"index\":" + i + ",\"field\":\"ip\",\"reason\":\"is none\"}")
                .collect(Collectors.joining(","));
        answers.add(new Answer(400, "{\"accepted\":0,\"duplicates\":0,\"rejected\":[" + rejected + "]}"));

        Cli done = importing(accessLog(30), "--format", "combined");

        assertThat(done.err().lines())
                .hasSize(11)
                .last()
                .isEqualTo("... further rejected activities are counted, not printed");
        assertThat(done.out()).contains("30 rejected");
    }

    @Test
    void givenAWrongKey_thenItSaysSo() throws IOException {
        answers.add(new Answer(401, "{}"));

        Cli done = importing(accessLog(3), "--format", "combined");

        assertThat(done.status()).isEqualTo(1);
        assertThat(done.err())
                .contains("answered 401", "it does not know the key")
                .doesNotContain("k-1", "\tat ");
    }

    @Test
    void givenNoAddress_thenItIsMisuse() throws IOException {
        assertThat(Cli.run("import", accessLog(1), "--to", "here").status()).isEqualTo(2);
    }
}
