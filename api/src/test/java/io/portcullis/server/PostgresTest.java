package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.IntakeSettings;
import io.portcullis.intake.Outcome;
import io.portcullis.intake.Priority;
import io.portcullis.intake.Recovered;
import io.portcullis.projections.risk.RiskQuery;
import io.portcullis.projections.risk.RiskSummary;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same server on PostgreSQL: log, views and keys in one database, that of {@code --db-url}. */
class PostgresTest {

    private static final int ACTIVITIES = 5_000;

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPostgres() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            abort("SKIPPED: PostgreSQL does not run on this machine: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private PortcullisServer serve(String data) {
        return PortcullisServer.start(new ServeOptions(
                0,
                folder.resolve(data),
                postgres.getJdbcUrl("postgres", "postgres"),
                null,
                IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE)));
    }

    @Test
    void givenActivities_whenTheServerComesBack_thenDecisionsMemoryAndViewsAreTheSame() throws Exception {
        List<Activity> activities = new ArrayList<>();
        new Simulation(ACTIVITIES, 7, EnumSet.allOf(Attack.class)).play((activity, attack) -> activities.add(activity));
        List<Outcome> decided;
        List<RiskSummary> riskiest;
        try (PortcullisServer server = serve("first")) {
            decided = submit(server, activities);
            server.projections().views().awaitCaughtUp(Duration.ofSeconds(60));
            riskiest = riskiest(server);
            assertThat(riskiest).isNotEmpty();
        }

        // Another folder: no checkpoint, all of the log is folded again.
        try (PortcullisServer server = serve("second")) {
            Recovered recovered = server.intake().recovered().join();
            assertThat(recovered.folded()).isEqualTo(ACTIVITIES);
            assertThat(recovered.differing()).isZero();
            assertThat(riskiest(server)).isEqualTo(riskiest);
            assertThat(submit(server, activities)).zipSatisfy(decided, (again, first) -> {
                assertThat(again.duplicate()).isTrue();
                assertThat(again.decision()).isEqualTo(first.decision());
            });
        }
        assertThat(Files.exists(folder.resolve("first/portcullis.mv.db"))).isFalse();
    }

    private static List<RiskSummary> riskiest(PortcullisServer server) {
        return server.projections()
                .risk()
                .list(EntityKind.IP, new RiskQuery(0, null, RiskQuery.Sort.SCORE, null, 20))
                .items();
    }

    private static List<Outcome> submit(PortcullisServer server, List<Activity> activities) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        for (Activity activity : activities) {
            candidates.add(server.intake().admit(activity));
        }
        return server.intake().submit(candidates, Priority.BULK).join();
    }
}
