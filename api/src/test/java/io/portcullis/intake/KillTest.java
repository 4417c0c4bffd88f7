package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means stored, whatever happens to the process. */
@Tag("slow")
class KillTest {

    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    @Test
    void givenKillsDuringLoad_thenEveryAcknowledgedActivityIsThereOnce() throws IOException, InvalidRules {
        writeRules();
        Set<String> acknowledged = new HashSet<>();
        for (int life = 0; life < KILLS; life++) {
            acknowledged.addAll(killDuringLoad(life, 250 + 400 * (life % 4)));
        }

        Map<String, Integer> stored = new HashMap<>();
        try (EventLog log = EventLog.openReadOnly(folder)) {
            log.read(0, recorded -> stored.merge(recorded.activity().id(), 1, Integer::sum));
        }

        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 200);
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(1);
        try (RuleSet rules = RuleSet.load(folder.resolve("rules"));
                Server server = new Server(folder, rules)) {
            assertThat(server.recovered.differing()).isZero();
            assertThat(server.recovered.position()).isEqualTo(stored.size());
        }
    }

    /** One rule is enough, and quickly compiled. */
    private void writeRules() throws IOException {
        Path family = Files.createDirectories(folder.resolve("rules/traffic"));
        Files.writeString(family.resolve("busy.drl"), """
                rule "Busy address"
                    @signal("busy") @threat("OAT-021") @score(30) @entity("ip")
                when
                    ApiRequest( ip.count("request", "10m") > 20 )
                then
                    risk.raise();
                end
                """);
    }

    private Set<String> killDuringLoad(int life, int enough) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        folder.toString(),
                        Integer.toString(life))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be torn: only a whole one ends with a point.
                if (line.endsWith(".")) {
                    acknowledged.add(line.substring(0, line.length() - 1));
                }
                if (acknowledged.size() >= enough) {
                    // By its handle: the process itself would close the pipe before it is read to its end.
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.destroyForcibly();
        }
        return acknowledged;
    }

    /** The server's part: submits from several threads, and says which ids were acknowledged. */
    static final class Load {

        /** How many submissions of its last life each thread repeats: acknowledged ones, and some in doubt. */
        private static final int AGAIN = 60;

        private Load() {}

        public static void main(String[] args) throws IOException, InvalidRules {
            Path folder = Path.of(args[0]);
            int life = Integer.parseInt(args[1]);
            Server server = new Server(folder, RuleSet.load(folder.resolve("rules")));
            for (int thread = 0; thread < 4; thread++) {
                String name = "-" + thread + "-";
                new Thread(() -> {
                            for (int i = 0; life > 0 && i < AGAIN; i++) {
                                submit(server, life - 1 + name + i);
                            }
                            for (int i = 0; ; i++) {
                                submit(server, life + name + i);
                            }
                        })
                        .start();
            }
        }

        private static void submit(Server server, String id) {
            List<Activity> activities = List.of(Samples.request(id + "-a"), Samples.request(id + "-b"));
            server.submit(activities, Priority.BULK).join();
            System.out.print(id + "-a.\n" + id + "-b.\n");
        }
    }
}
