package io.portcullis.openapi;

import io.portcullis.rules.Bounds;
import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.Utf8Text;
import io.portcullis.rules.reference.YamlFile;
import io.portcullis.rules.reference.YamlNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that an OpenAPI description consists of, and the references between them. Nothing is fetched. */
final class Documents {

    private static final int LONGEST_CHAIN = 20;

    private final Consumer<Diagnostic> report;
    private final Map<Path, @Nullable YamlNode> open = new HashMap<>();

    /** A value, and the file that it stands in. */
    record Place(Path file, YamlNode node) {}

    Documents(Consumer<Diagnostic> report) {
        this.report = report;
    }

    /** What a file holds; null when that cannot be read, which has been reported then. */
    @Nullable
    Place open(Path file) throws IOException {
        YamlNode node;
        if (open.containsKey(file)) {
            node = open.get(file);
        } else {
            node = read(file);
            open.put(file, node);
        }
        return node == null ? null : new Place(file, node);
    }

    /** Null where it is not UTF-8, which has been reported then. */
    private @Nullable YamlNode read(Path file) throws IOException {
        try {
            return new YamlFile(file.toString(), report)
                    .read(Utf8Text.read(file, file.toString(), Bounds.OPENAPI_BYTES));
        } catch (InvalidRules e) {
            e.diagnostics().forEach(report);
            return null;
        }
    }

    /** The place itself, or where its {@code $ref} leads; null when it leads nowhere, which has been reported then. */
    @Nullable
    Place follow(Place from) throws IOException {
        Place at = from;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            YamlNode reference = reference(at.node());
            if (reference == null) {
                return at;
            }
            Place next = resolve(at.file(), reference);
            if (next == null) {
                return null;
            }
            at = next;
        }
        wrong(from, from.node(), "this $ref leads back to itself");
        return null;
    }

    private static @Nullable YamlNode reference(YamlNode node) {
        return node.value() instanceof Map<?, ?> fields && fields.get("$ref") instanceof YamlNode reference
                ? reference
                : null;
    }

    private @Nullable Place resolve(Path file, YamlNode reference) throws IOException {
        Place here = new Place(file, reference);
        String[] parts = reference.text().split("#", 2);
        Place document = parts[0].isEmpty() ? open(file) : other(here, parts[0]);
        if (document == null) {
            return null;
        }
        YamlNode node = document.node();
        for (String step : parts.length < 2 ? new String[0] : parts[1].split("/")) {
            YamlNode child = step.isEmpty() ? node : child(node, step);
            if (child == null) {
                wrong(here, reference, "there is no \"" + reference.text() + "\"");
                return null;
            }
            node = child;
        }
        return new Place(document.file(), node);
    }

    private @Nullable Place other(Place here, String name) throws IOException {
        if (name.contains("://")) {
            wrong(here, here.node(), "\"" + name + "\" is not fetched: bundle the description into one file first");
            return null;
        }
        Path file = file(here.file(), name);
        if (file == null || !Files.isRegularFile(file)) {
            wrong(here, here.node(), "there is no file \"" + name + "\"");
            return null;
        }
        return open(file);
    }

    private static @Nullable Path file(Path from, String name) {
        try {
            return from.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** @param step of a JSON Pointer, as RFC 6901 has it in the fragment of a URI: its percent-coding comes off first */
    private static @Nullable YamlNode child(YamlNode node, String step) {
        String name = decoded(step).replace("~1", "/").replace("~0", "~");
        if (node.value() instanceof Map<?, ?> fields) {
            return fields.get(name) instanceof YamlNode child ? child : null;
        }
        if (node.value() instanceof List<?> items && name.matches("\\d{1,6}")) {
            int index = Integer.parseInt(name);
            return index < items.size() && items.get(index) instanceof YamlNode child ? child : null;
        }
        return null;
    }

    /** As it is, where it is not coded well: some tools write pointers as they are. */
    private static String decoded(String step) {
        try {
            return step.indexOf('%') < 0 ? step : URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }

    private void wrong(Place place, YamlNode at, String message) {
        report.accept(new Diagnostic(place.file().toString(), at.line(), at.column(), message));
    }
}
