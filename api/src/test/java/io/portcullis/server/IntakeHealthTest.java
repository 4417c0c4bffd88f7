package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portcullis.Rules;
import io.portcullis.intake.Intake;
import io.portcullis.intake.IntakeSettings;
import io.portcullis.store.EventLog;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class IntakeHealthTest {

    @TempDir
    private Path folder;

    @Test
    void givenAMemoryThatIsBehindTheLog_thenItRecovers_andIsUpOnceItHasCaughtUp() {
        try (EventLog log = EventLog.open(folder);
                Intake intake = new Intake(
                        log,
                        Rules.SHIPPED,
                        folder.resolve("checkpoint"),
                        IntakeSettings.DEFAULTS,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())) {
            IntakeHealth health = new IntakeHealth(intake, log);
            assertThat(health.health().getStatus()).isEqualTo(new Status("RECOVERING"));

            intake.start();
            intake.recovered().join();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
