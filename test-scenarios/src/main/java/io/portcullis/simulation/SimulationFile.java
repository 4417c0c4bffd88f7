package io.portcullis.simulation;

import io.portcullis.domain.activity.ActivityWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * Writes simulated traffic as NDJSON, and beside it {@code FILE.labels.json}, the attack of each attack's activity, and
 * {@code FILE.episodes.json}, the attack with the number of its episode.
 */
public final class SimulationFile {

    private static final int BUFFER = 1 << 16;

    private SimulationFile() {}

    /**
     * @param file compressed when it ends in {@code .gz}; what is compressed is the same bytes everywhere, how well it is
     *     compressed depends on the machine
     * @param written hears how many activities have been written, for a progress bar
     */
    public static void write(Simulation simulation, Path file, LongConsumer written) throws IOException {
        ActivityWriter json = new ActivityWriter();
        try (OutputStream out = open(file);
                Names labels = new Names(file, ".labels.json");
                Names episodes = new Names(file, ".episodes.json")) {
            long[] count = new long[1];
            simulation.play((activity, label) -> {
                try {
                    out.write(json.write(activity));
                    out.write('\n');
                    if (label != null) {
                        labels.add(activity.id(), label.attack().label());
                        episodes.add(activity.id(), label.toString());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                written.accept(++count[0]);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
    }

    /** One JSON object of strings, a line for each; neither ids nor labels hold what JSON would escape. */
    private static final class Names implements AutoCloseable {

        private final BufferedWriter out;
        private String separator = "\n";

        Names(Path file, String ending) throws IOException {
            out = Files.newBufferedWriter(file.resolveSibling(file.getFileName() + ending));
            out.write("{");
        }

        void add(String id, String name) throws IOException {
            out.write(separator + "\"" + id + "\":\"" + name + "\"");
            separator = ",\n";
        }

        @Override
        public void close() throws IOException {
            try (out) {
                out.write("\n}\n");
            }
        }
    }
}
