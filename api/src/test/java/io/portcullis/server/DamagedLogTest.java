package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portcullis.Samples;
import io.portcullis.domain.decision.Decision;
import io.portcullis.intake.IntakeSettings;
import io.portcullis.intake.Outcome;
import io.portcullis.intake.Priority;
import io.portcullis.store.EventLog;
import io.portcullis.store.LogSalvage;
import io.portcullis.store.Salvaged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server whose log is damaged says so; what is saved of it serves again. */
class DamagedLogTest {

    @TempDir
    private Path folder;

    @Test
    void givenADamagedLog_thenHealthNamesIt_andASalvagedFolderServes() throws Exception {
        Path data = folder.resolve("data");
        try (PortcullisServer server = serve(data)) {
            for (int i = 1; i <= 5; i++) {
                decide(server, "a-" + i);
            }
        }
        try (EventLog log = EventLog.open(data)) {
            new JdbcTemplate(log.dataSource())
                    .update("UPDATE DomainEventEntry SET payload = payload || X'20' WHERE sequenceNumber = 3");
        }

        try (PortcullisServer server = serve(data)) {
            assertThat(health(server, data)).contains("\"UP\"");
            assertThatThrownBy(() -> server.intake().find("a-3")).hasMessageContaining("The log is damaged");

            await().untilAsserted(() -> assertThat(health(server, data))
                    .contains(
                            "The log is damaged", "position 3", "good until position 2", "log verify", "log salvage"));
            assertThat(decide(server, "a-6").position()).isEqualTo(6);
        }
        Files.delete(data.resolve("checkpoint"));
        assertThatThrownBy(() -> serve(data))
                .hasStackTraceContaining("The log is damaged: the event at position 3")
                .hasStackTraceContaining("log salvage");

        Path saved = folder.resolve("saved");
        try (LogSalvage salvage = LogSalvage.of(data, saved)) {
            Salvaged salvaged = salvage.run(false, position -> {});
            assertThat(salvaged.kept()).isEqualTo(5);
            assertThat(salvaged.lost()).hasToString("3");
        }
        try (PortcullisServer server = serve(saved)) {
            assertThat(server.intake().find("a-6")).map(Decision::position).contains(5L);
            assertThat(decide(server, "a-3").position()).isEqualTo(6);
            assertThat(health(server, saved)).contains("\"UP\"");
        }
    }

    private static PortcullisServer serve(Path data) {
        return PortcullisServer.start(
                new ServeOptions(0, data, null, null, IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE)));
    }

    private static Decision decide(PortcullisServer server, String id) throws Exception {
        List<Outcome> outcomes = server.intake()
                .submit(List.of(server.intake().admit(Samples.request(id))), Priority.INTERACTIVE)
                .join();
        return outcomes.get(0).decision();
    }

    private static String health(PortcullisServer server, Path data) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/actuator/health"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + Files.readString(data.resolve("admin.key"))
                                                        .strip())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
