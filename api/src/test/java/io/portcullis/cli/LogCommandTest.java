package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import io.portcullis.domain.event.Decided;
import io.portcullis.security.AdminKey;
import io.portcullis.security.ApiKeys;
import io.portcullis.store.DataFolder;
import io.portcullis.store.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code log verify} and {@code log salvage}: whatever byte of the log is damaged, that is seen, and the rest is saved. */
class LogCommandTest {

    private static final int EVENTS = 1_500;
    private static final String KEY = "the-operators-own-key-of-many-characters-0123456789";
    private static final String LOG = "portcullis.mv.db";

    @TempDir
    private Path folder;

    private Path data;
    private final List<Decided> written = new ArrayList<>();

    @BeforeEach
    void writeLog() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        try (EventLog log = EventLog.open(data)) {
            for (int first = 1; first <= EVENTS; first += 25) {
                List<Decided> batch = new ArrayList<>();
                for (int position = first; position < first + 25; position++) {
                    batch.add(position % 7 == 0 ? Samples.blocked(position) : Samples.allowed(position));
                }
                log.append(batch);
                written.addAll(batch);
            }
            AdminKey.ensure(new ApiKeys(log, Clock.systemUTC()), KEY, data.resolve("admin.key"));
        }
        Files.writeString(data.resolve("fingerprint.key"), "k".repeat(32));
        Files.writeString(data.resolve("views.mv.db"), "of no use");
        Files.writeString(data.resolve("checkpoint"), "of no use");
    }

    @Test
    void givenAWholeLog_thenItIsGood_andSalvageKeepsAll() {
        Cli verify = Cli.run("log", "verify", "--data", data);

        assertThat(verify.err()).isEmpty();
        assertThat(verify.out())
                .isEqualToIgnoringNewLines("The log is good: 1500 events, none missing, each as it was written.");
        assertThat(verify.status()).isZero();

        Path saved = folder.resolve("saved");
        Cli salvage = Cli.run("log", "salvage", "--data", data, "--to", saved);

        assertThat(salvage.err()).isEmpty();
        assertThat(salvage.out()).contains("1500 events are in " + saved, "None was lost");
        assertThat(salvage.status()).isZero();
        assertThat(read(saved)).isEqualTo(written);
        assertThat(saved.resolve("fingerprint.key")).hasSameBinaryContentAs(data.resolve("fingerprint.key"));
        assertThat(saved.resolve("admin.key")).hasSameBinaryContentAs(data.resolve("admin.key"));
        assertThat(saved.resolve("views.mv.db")).doesNotExist();
        assertThat(saved.resolve("checkpoint")).doesNotExist();
        try (EventLog log = EventLog.open(saved)) {
            assertThat(new ApiKeys(log, Clock.systemUTC()).authenticate(KEY)).isPresent();
        }
        assertThat(Cli.run("log", "verify", "--data", saved).status()).isZero();
    }

    @Test
    void givenAChangedEvent_thenItsPositionIsNamed_andSalvageLeavesItOut() {
        try (EventLog log = EventLog.open(data)) {
            new JdbcTemplate(log.dataSource())
                    .update("UPDATE DomainEventEntry SET payload = payload || X'20' WHERE sequenceNumber = 700");
        }

        Cli verify = Cli.run("log", "verify", "--data", data);

        assertThat(verify.status()).isEqualTo(1);
        assertThat(verify.out())
                .contains(
                        "no good event at 700: the event at position 700 does not match",
                        "Good until position 699. 1499 events are whole.",
                        "./portcullis log salvage --data " + data);
    }

    @Test
    void givenMissingEvents_thenTheyAreNamed_andTheOthersMoveUp() {
        lose(700, 702);
        Path saved = folder.resolve("saved");

        assertThat(Cli.run("log", "verify", "--data", data).out()).contains("no good event at 700-702");
        Cli salvage = Cli.run("log", "salvage", "--data", data, "--to", saved);

        assertThat(salvage.status()).isEqualTo(1);
        assertThat(salvage.out()).contains("1497 events are in " + saved, "3 were lost, at 700-702.");
        List<Decided> kept = read(saved);
        assertThat(kept).extracting(Decided::activity).isEqualTo(without(700, 702));
        assertThat(kept.get(699).decision().position()).isEqualTo(700);
        assertThat(Cli.run("log", "verify", "--data", saved).status()).isZero();
    }

    @Test
    void givenUntilDamage_thenOnlyWhatIsBeforeItIsKept() {
        lose(700, 702);
        Path saved = folder.resolve("saved");

        Cli salvage = Cli.run("log", "salvage", "--until-damage", "--data", data, "--to", saved);

        assertThat(salvage.status()).isEqualTo(1);
        assertThat(salvage.out()).contains("801 were lost, at 700-1500.");
        assertThat(read(saved)).isEqualTo(written.subList(0, 699));
    }

    /** Loses them for good: their bytes too. */
    private void lose(int from, int to) {
        try (EventLog log = EventLog.open(data)) {
            new JdbcTemplate(log.dataSource())
                    .update("DELETE FROM DomainEventEntry WHERE sequenceNumber BETWEEN ? AND ?", from, to);
            new JdbcTemplate(log.dataSource()).execute("SHUTDOWN COMPACT");
        }
    }

    private List<?> without(int from, int to) {
        return written.stream()
                .filter(each ->
                        each.decision().position() < from || each.decision().position() > to)
                .map(Decided::activity)
                .toList();
    }

    @Test
    void givenAFileThatIsNoDatabase_thenItSaysThatNothingCanBeRead() throws IOException {
        Files.write(data.resolve(LOG), new byte[100_000]);

        Cli verify = Cli.run("log", "verify", "--data", data);

        assertThat(verify.status()).isEqualTo(1);
        assertThat(verify.out()).contains("the database cannot be opened", "0 events are whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "salvage"})
    void givenAServerOnTheFolder_thenItRefuses(String command) {
        Path saved = folder.resolve("saved");
        try (DataFolder server = DataFolder.take(data)) {
            Cli log = command.equals("verify")
                    ? Cli.run("log", command, "--data", server.path())
                    : Cli.run("log", command, "--data", server.path(), "--to", saved);

            assertThat(log.status()).isEqualTo(1);
            assertThat(log.err()).contains("is in use by another process (pid", "stop it first");
        }
        assertThat(saved).doesNotExist();
    }

    @Test
    void givenAFolderThatIsNotEmpty_thenSalvageRefuses() throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Files.writeString(saved.resolve("mine"), "");

        Cli salvage = Cli.run("log", "salvage", "--data", data, "--to", saved);

        assertThat(salvage.status()).isEqualTo(1);
        assertThat(salvage.err()).contains(saved + " is not empty");
        assertThat(saved).isDirectoryContaining("glob:**/mine");
    }

    @Test
    void givenNoFolder_orNoCommand_orNoTarget_thenThatIsMisuse() {
        assertThat(Cli.run("log", "verify", "--data", folder.resolve("nowhere")).status())
                .isEqualTo(2);
        assertThat(Cli.run("log", "salvage", "--data", data).status()).isEqualTo(2);
        assertThat(Cli.run("log").status()).isEqualTo(2);
        assertThat(Cli.run("log", "verify", "--data", folder).err()).contains("there is no log in " + folder);
    }

    @Test
    void givenAFlippedByteSomewhere_thenItIsSeen_andTheRestIsSaved() throws IOException {
        flip(Integer.getInteger("rounds", 25), 1);
    }

    @Test
    @Tag("slow")
    void givenAFlippedByteAnywhere_thenItIsSeen_andTheRestIsSaved() throws IOException {
        flip(300, 2);
    }

    private void flip(int rounds, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(data.resolve(LOG));
        for (int round = 0; round < rounds; round++) {
            int at = random.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(data.resolve(LOG), damaged);
            Path saved = folder.resolve("saved-" + round);
            String where = "round " + round + ", byte " + at;

            Cli verify = Cli.run("log", "verify", "--data", data);
            Cli salvage = Cli.run("log", "salvage", "--data", data, "--to", saved);

            assertThat(data.resolve(LOG)).as(where).hasBinaryContent(damaged);
            assertThat(verify.err() + salvage.err()).as(where).isEmpty();
            if (verify.status() == 0) {
                assertThat(read(data)).as(where).isEqualTo(written);
            } else {
                assertThat(verify.out()).as(where).contains("The log is damaged:", "Good until position");
            }
            requireSaved(saved, salvage, where);
        }
    }

    /** All but what it says was lost, which is a page at most. */
    private void requireSaved(Path saved, Cli salvage, String where) {
        Matcher lost = Pattern.compile("(\\d+) were lost, at (\\d+)").matcher(salvage.out());
        int count = lost.find() ? Integer.parseInt(lost.group(1)) : 0;
        int first = count == 0 ? EVENTS + 1 : Integer.parseInt(lost.group(2));
        List<Decided> kept = read(saved);

        assertThat(count).as(where).isLessThan(60);
        assertThat(kept.subList(0, first - 1)).as(where).isEqualTo(written.subList(0, first - 1));
        assertThat(kept).as(where).hasSize(EVENTS - count);
        assertThat(written)
                .as(where)
                .extracting(Decided::activity)
                .containsSubsequence(kept.stream().map(Decided::activity).toList());
    }

    private static List<Decided> read(Path folder) {
        List<Decided> read = new ArrayList<>();
        try (EventLog log = EventLog.openReadOnly(folder)) {
            log.read(0, read::add);
        }
        return read;
    }
}
