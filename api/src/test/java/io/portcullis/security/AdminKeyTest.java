package io.portcullis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.store.EventLog;
import io.portcullis.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeyTest {

    private static final String CHOSEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private EventLog log;
    private ApiKeys keys;
    private Path file;

    @BeforeEach
    void open() {
        log = EventLog.open(folder.resolve("log"));
        keys = new ApiKeys(log, Clock.systemUTC());
        file = folder.resolve("admin.key");
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void givenNoKeys_thenOneIsMadeAndOnlyOnce() throws IOException {
        assertThat(AdminKey.ensure(keys, null, file)).contains(file);
        assertThat(keys.authenticate(Files.readString(file).strip())).isPresent();

        assertThat(AdminKey.ensure(keys, null, file)).isEmpty();
        assertThat(keys.list()).hasSize(1);
    }

    @Test
    void givenTheOperatorsKey_thenItIsTakenAndTakenAgain() throws IOException {
        assertThat(AdminKey.ensure(keys, CHOSEN, file)).contains(file);
        assertThat(AdminKey.ensure(keys, CHOSEN, file)).isEmpty();

        assertThat(Files.readString(file)).isEqualTo(CHOSEN + "\n");
        assertThat(keys.authenticate(CHOSEN)).isPresent();
    }

    @Test
    void givenARevokedKey_thenItIsRefusedAndTheFileStays() throws IOException {
        AdminKey.ensure(keys, null, file);
        String before = Files.readString(file);
        keys.revoke(keys.store("old", Set.of(Role.ADMIN), new Secret(CHOSEN)).id());

        for (ApiKeys reader : new ApiKeys[] {keys, new ApiKeys(log, Clock.systemUTC())}) {
            assertThatThrownBy(() -> AdminKey.ensure(reader, CHOSEN, file))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("PORTCULLIS_ADMIN_KEY is a key that was revoked: choose another");
        }
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void givenAKeyOfSomebodyElse_thenItIsRefused() {
        keys.store("importer", Set.of(Role.INGEST), new Secret(CHOSEN));

        assertThatThrownBy(() -> AdminKey.ensure(keys, CHOSEN, file))
                .isInstanceOf(StoreException.class)
                .hasMessage("PORTCULLIS_ADMIN_KEY is the key \"importer\", which is no admin's: choose another");
        assertThat(file).doesNotExist();
    }

    @Test
    void givenAStoreThatFails_thenNoFileIsLeft() throws IOException {
        log.close();

        assertThatThrownBy(() -> AdminKey.ensure(keys, null, file)).isInstanceOf(RuntimeException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".key"));
        }
    }
}
