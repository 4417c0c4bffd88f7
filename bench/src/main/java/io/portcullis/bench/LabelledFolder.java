package io.portcullis.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Traffic that somebody else labelled: a folder with {@code truth.json.gz}, and the same traffic once or several times,
 * told by better and worse instruments, as {@code NAME.ndjson.gz}. The truth has two fields:
 *
 * <pre>
 * "episodes": [{"kind": "attack", "name": "card_testing", "level": "moderate"}, ...]
 * "of": {"ID OF AN ACTIVITY": [INDEX OF ITS EPISODE, "WHO DOES IT", 1 FOR A BYSTANDER OF AN ATTACK], ...}
 * </pre>
 *
 * <p>Whatever is no {@code attack} is innocent.
 */
record LabelledFolder(List<Path> recordings, List<Episode> episodes, Map<String, Part> parts) {

    private static final String TRUTH = "truth.json.gz";
    private static final String RECORDING = ".ndjson.gz";

    /** Something that somebody does, good or bad. */
    record Episode(boolean attack, String name, String level) {

        String label() {
            return name + " (" + level + ")";
        }
    }

    /** What an activity is part of. */
    record Part(Episode episode, int index, String who, boolean bystander) {

        boolean isAttack() {
            return episode.attack() && !bystander;
        }
    }

    static LabelledFolder read(Path folder) throws IOException {
        Path truth = folder.resolve(TRUTH);
        if (!Files.isReadable(truth)) {
            throw new IOException("there is no " + truth);
        }
        JsonNode root;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(truth)))) {
            root = JsonMapper.shared().readTree(in);
        }
        List<Episode> episodes = new ArrayList<>();
        for (JsonNode episode : root.path("episodes")) {
            episodes.add(new Episode(
                    episode.path("kind").asString("").equals("attack"),
                    episode.path("name").asString(""),
                    episode.path("level").asString("")));
        }
        Map<String, Part> parts = new HashMap<>();
        root.path("of").properties().forEach(of -> {
            int index = of.getValue().path(0).asInt();
            parts.put(
                    of.getKey(),
                    new Part(
                            episodes.get(index),
                            index,
                            of.getValue().path(1).asString(""),
                            of.getValue().path(2).asInt() != 0));
        });
        return new LabelledFolder(recordings(folder), List.copyOf(episodes), parts);
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(RECORDING))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path recording) {
        String file = String.valueOf(recording.getFileName());
        return file.substring(0, file.length() - RECORDING.length());
    }

    /** Null for one that the truth does not tell. */
    @Nullable
    Part part(String activity) {
        return parts.get(activity);
    }
}
