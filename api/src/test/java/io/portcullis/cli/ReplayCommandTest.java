package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.DataFolder;
import io.portcullis.store.EventLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    @TempDir
    private Path folder;

    private Path history;

    @BeforeEach
    void writeHistory() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append(login("a-" + i + "<script>", i));
        }
        history = Files.writeString(folder.resolve("history.ndjson"), lines);
    }

    private static String login(String id, int second) {
        return "{\"id\":\"" + id + "\",\"type\":\"login\",\"occurredAt\":\"2026-01-05T09:00:0" + second
                + "Z\",\"account\":\"x\",\"ip\":\"192.0.2.1\",\"outcome\":\"failed\"}\n";
    }

    @Test
    void givenHistory_thenItWritesADecisionALineAndASummary() throws IOException {
        Path decisions = folder.resolve("decisions.ndjson");
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

        Cli replay = Cli.run("replay", history, "--rules", rules, "--decisions", decisions);

        assertThat(replay.status()).isZero();
        assertThat(replay.err()).isEmpty();
        assertThat(replay.out()).contains("10 decided", "CHALLENGE 8", "8  Failed logins", "hash ");
        assertThat(Files.readAllLines(decisions)).hasSize(10).last().asString().contains("\"position\":10");
    }

    @Test
    void givenAMalformedLine_thenItIsReportedSkippedAndCounted() throws IOException {
        Files.writeString(history, "no JSON\n" + login("a-9<script>", 9) + login("b", 9), StandardOpenOption.APPEND);
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

        Cli replay = Cli.run("replay", history, "--rules", rules);

        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.err()).contains("history.ndjson:11: malformed JSON");
        assertThat(replay.out()).contains("11 decided, 1 malformed lines skipped, 1 duplicates");
    }

    @Test
    void givenManyMalformedLines_thenTheFirstTenArePrintedAndAllAreCounted() throws IOException {
        Files.writeString(history, "no JSON\n".repeat(50), StandardOpenOption.APPEND);
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

        Cli replay = Cli.run("replay", history, "--rules", rules);

        assertThat(replay.err().lines().filter(line -> line.contains("malformed JSON")))
                .hasSize(10)
                .last()
                .asString()
                .contains("history.ndjson:20: ");
        assertThat(replay.err().lines())
                .hasSize(11)
                .last()
                .isEqualTo("... further malformed lines are counted, not printed");
        assertThat(replay.out()).contains("50 malformed lines skipped");
    }

    /** What a server that decided by these rules would have left, but for the tampering. */
    private Path store(Path rulesFolder, int tamperedWith) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        ActivityReader reader = new ActivityReader(() -> "none");
        try (RuleSet rules = RuleSet.load(rulesFolder);
                EventLog log = EventLog.open(data)) {
            Engine engine = new Engine(rules);

            List<Decided> batch = new ArrayList<>();
            for (String line : Files.readAllLines(history)) {
                int position = batch.size() + 1;
                Activity activity = reader.read(line.getBytes(StandardCharsets.UTF_8));
                Decision decision = engine.decide(engine.prepare(activity), position);
                batch.add(new Decided(activity, position == tamperedWith ? allowed(activity, decision) : decision));
            }
            log.append(batch);
        }
        return data;
    }

    private static Decision allowed(Activity activity, Decision decision) {
        return new Decision(
                activity.id(),
                activity.type(),
                activity.occurredAt(),
                Action.ALLOW,
                0,
                List.of(),
                decision.ruleSet(),
                decision.position(),
                null);
    }

    @Test
    void givenAServersLog_thenItsDecisionsComeOutAgain() throws Exception {
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);
        Path decisions = folder.resolve("decisions.ndjson");

        Cli replay = Cli.run("replay", "--from-store", store(rules, 0), "--rules", rules, "--decisions", decisions);

        assertThat(replay.err()).isEmpty();
        assertThat(replay.status()).isZero();
        assertThat(replay.out()).contains("10 decisions came out the same, 0 differently");
        assertThat(Files.readAllLines(decisions)).hasSize(10);
    }

    @Test
    void givenAServersLogThatDisagrees_thenItSaysWhere() throws Exception {
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

        Cli replay = Cli.run("replay", "--from-store", store(rules, 7), "--rules", rules);

        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.out()).contains("9 decisions came out the same, 1 differently", "position 7, activity a-6");
    }

    @Test
    void givenALogThatIsInUse_thenItSaysSo() throws Exception {
        Path data = store(RuleFolder.failedLogins(folder.resolve("rules"), 3), 0);
        // As its server does, in a process of its own.
        try (FileChannel server = FileChannel.open(data.resolve("portcullis.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = server.lock()) {
            Cli replay = Cli.run("replay", "--from-store", data);

            assertThat(lock.isValid()).isTrue();
            assertThat(replay.status()).isEqualTo(1);
            assertThat(replay.err())
                    .contains("the log in " + data + " cannot be read")
                    .doesNotContain("unexpected");
        }
    }

    @Test
    void givenAFolderThatAServerHas_thenItSaysWho_beforeItReadsAnyRules() throws Exception {
        Path data = store(RuleFolder.failedLogins(folder.resolve("rules"), 3), 0);
        try (DataFolder server = DataFolder.take(data)) {
            Cli replay = Cli.run("replay", "--from-store", data, "--rules", folder.resolve("nowhere"));

            assertThat(server.path()).exists();
            assertThat(replay.status()).isEqualTo(1);
            assertThat(replay.err())
                    .isEqualToIgnoringNewLines("portcullis: the data folder " + data
                            + " is in use by another process (pid "
                            + ProcessHandle.current().pid() + "): stop it first");
        }
    }

    @Test
    void givenNoLog_orFilesToo_thenItSaysSo() {
        assertThat(Cli.run("replay", "--from-store", folder).err()).contains("there is no log in " + folder);
        assertThat(Cli.run("replay", "--from-store", folder, history).err()).contains("not both");
    }

    @Test
    void givenABaseline_thenItSaysWhatChanges() throws IOException {
        Path report = folder.resolve("report.html");
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);
        Path baseline = RuleFolder.failedLogins(folder.resolve("baseline"), 6);

        Cli replay = Cli.run("replay", history, "--rules", rules, "--baseline", baseline, "--report", report);

        assertThat(replay.status()).isZero();
        assertThat(replay.out()).contains("3 newly flagged, 0 no longer flagged", "ALLOW -> CHALLENGE");
        String html = Files.readString(report);
        assertThat(html)
                .contains(
                        "Newly flagged",
                        "a-2&lt;script&gt;",
                        "Failed logins &lt;b&gt;here&lt;/b&gt;",
                        "prefers-color-scheme")
                .doesNotContain("<script", "<b>", "http://", "https://", "<link", "@import");
    }

    @Test
    void givenRulesThatTheBaselineLacks_thenItSaysHowOftenEachFired() throws IOException {
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);
        RuleFolder.failedLogins(rules.resolve("more"), 1000);
        Path patient = rules.resolve("more/login/failed.drl");
        Files.writeString(patient, Files.readString(patient).replace("<b>here</b>", "without end"));
        Path baseline = RuleFolder.failedLogins(folder.resolve("baseline"), 6);
        Path old = baseline.resolve("login/failed.drl");
        Files.writeString(old, Files.readString(old).replace("<b>here</b>", "of old"));

        Cli replay = Cli.run("replay", history, "--rules", rules, "--baseline", baseline);

        assertThat(replay.out())
                .contains(
                        "new rules            8  Failed logins <b>here</b> (failed-logins)",
                        "                 never  Failed logins without end (failed-logins)");
    }

    @Test
    void givenAnAccessLog_thenItsLinesAreDecided() throws IOException {
        Path log = Files.writeString(folder.resolve("access.log"), """
                192.0.2.1 - - [17/May/2026:10:05:03 +0000] "GET / HTTP/1.1" 200 1 "-" "curl/8"
                192.0.2.1 - - [17/May/2026:10:05:04 +0000] "\\x16\\x03" 400 1 "-" "-"
                """);
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

        Cli replay = Cli.run("replay", log, "--format", "combined", "--rules", rules);

        assertThat(replay.status()).isZero();
        assertThat(replay.out()).contains("2 decided, 0 malformed lines skipped");
    }

    @Test
    void givenALogFormat_thenItsLinesAreDecided_andOthersReported() throws IOException {
        Path log = Files.writeString(folder.resolve("access.log"), """
                192.0.2.1 0.042 [17/May/2026:10:05:03 +0000] "GET / HTTP/1.1" 200
                192.0.2.1 - [17/May/2026:10:05:03 +0000] "GET / HTTP/1.1" 200
                """);
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);
        String format = "$remote_addr $request_time [$time_local] \"$request\" $status";

        Cli replay = Cli.run("replay", log, "--log-format", format, "--rules", rules);

        assertThat(replay.status()).isEqualTo(1);
        assertThat(replay.err()).contains("access.log:2: does not match the log format");
        assertThat(replay.out()).contains("1 decided, 1 malformed lines skipped");
    }

    @Test
    void givenALogFormatThatTellsTooLittle_orAnotherFormatToo_thenItIsMisuse() {
        Cli poor = Cli.run("replay", history, "--log-format", "$remote_addr $request");
        assertThat(poor.status()).isEqualTo(2);
        assertThat(poor.err()).contains("--log-format", "names no time");

        Cli both = Cli.run("replay", history, "--log-format", "common", "--format", "ndjson");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.err()).contains("--log-format is for access logs");
    }

    @Test
    void givenNoFileOrAMissingOne_thenItIsMisuse() {
        assertThat(Cli.run("replay").status()).isEqualTo(2);
        Cli missing = Cli.run("replay", folder.resolve("nowhere"));
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere: there is no such file");
    }

    @Test
    void givenRulesThatMayNotRun_thenTheyAreNamedByTheirPlace() throws IOException {
        Path rules = RuleFolder.write(folder.resolve("rules"), "rule \"Broken\" when Login( then end\n");

        Cli replay = Cli.run("replay", history, "--rules", rules);

        assertThat(replay.status()).isEqualTo(2);
        assertThat(replay.err()).contains(rules.resolve("login").resolve("failed.drl") + ":1:");
    }
}
