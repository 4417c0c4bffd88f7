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

/** Writes simulated traffic as NDJSON, and beside it {@code FILE.labels.json}: the attack of each attack's activity. */
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
        Path labels = file.resolveSibling(file.getFileName() + ".labels.json");
        try (OutputStream out = open(file);
                BufferedWriter labelled = Files.newBufferedWriter(labels)) {
            labelled.write("{");
            long[] counts = new long[2];
            simulation.play((activity, label) -> {
                try {
                    out.write(json.write(activity));
                    out.write('\n');
                    if (label != null) {
                        labelled.write(counts[1]++ == 0 ? "\n" : ",\n");
                        labelled.write(
                                "\"" + activity.id() + "\":\"" + label.attack().label() + "\"");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                written.accept(++counts[0]);
            });
            labelled.write("\n}\n");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
    }
}
