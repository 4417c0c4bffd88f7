package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.store.EventLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means stored, whatever happens to the process. */
class KillTest {

    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    @Test
    void givenKillsDuringLoad_thenEveryAcknowledgedActivityIsThereOnce() throws IOException {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killDuringLoad(kill, 200 + 400 * (kill % 5)));
        }

        Map<String, Integer> stored = new HashMap<>();
        try (EventLog log = EventLog.openReadOnly(folder)) {
            log.read(0, recorded -> stored.merge(recorded.activity().id(), 1, Integer::sum));
        }

        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 200);
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(1);
        try (Server server = new Server(folder)) {
            assertThat(server.recovered.differing()).isZero();
            assertThat(server.recovered.position()).isEqualTo(stored.size());
        }
    }

    /** Each life first sends again what the last one may have left in doubt. */
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
                // The last line may be torn, but a line's end comes only behind a whole one.
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

        private Load() {}

        public static void main(String[] args) {
            Server server = new Server(Path.of(args[0]), Rules.SHIPPED);
            int life = Integer.parseInt(args[1]);
            PrintStream out = System.out;
            List<Thread> threads = new ArrayList<>();
            IntStream.range(0, 4)
                    .forEach(thread -> threads.add(new Thread(() -> {
                        for (int i = 0; ; i++) {
                            int of = life > 0 && i < 150 ? life - 1 : life;
                            List<Activity> activities =
                                    List.of(activity(of, thread, i, "a"), activity(of, thread, i, "b"));
                            server.submit(activities, Priority.BULK).join();
                            for (Activity activity : activities) {
                                out.print(activity.id() + ".\n");
                            }
                        }
                    })));
            threads.forEach(Thread::start);
        }

        private static Activity activity(int life, int thread, int i, String part) {
            return Samples.request("%d-%d-%d-%s".formatted(life, thread, i, part));
        }
    }
}
