package io.portcullis.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.store.EventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    @TempDir
    private Path folder;

    @Test
    void givenTwoThatShareADatabase_whenOneMakesAndRevokesAKey_thenItHoldsAtTheOtherWithinASecond() throws Exception {
        try (EventLog log = EventLog.open(folder)) {
            ApiKeys one = new ApiKeys(log, Clock.systemUTC());
            ApiKeys other = new ApiKeys(log, Clock.systemUTC());
            ApiKeys.Made made = one.make("producer", Set.of(Role.INGEST));

            Thread.sleep(1_000);
            assertThat(other.authenticate(made.secret().text())).contains(made.key());

            assertThat(one.revoke(made.key().id())).isTrue();
            Thread.sleep(1_000);
            assertThat(other.authenticate(made.secret().text())).isEmpty();
        }
    }
}
