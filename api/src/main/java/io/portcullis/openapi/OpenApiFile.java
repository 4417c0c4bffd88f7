package io.portcullis.openapi;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.reference.YamlFile;
import io.portcullis.rules.reference.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an OpenAPI 3 or Swagger 2 file, YAML or JSON. It reads of the format what tells calls apart, and says
 * with line and column what it cannot read.
 */
public final class OpenApiFile {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Documents documents;
    private final Consumer<Diagnostic> report;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    private OpenApiFile(Documents documents, Consumer<Diagnostic> report) {
        this.documents = documents;
        this.report = report;
    }

    /** Reads it; what is wrong with it goes to {@code report}. */
    public static OpenApiFile read(Path file, Consumer<Diagnostic> report) throws IOException {
        OpenApiFile read = new OpenApiFile(new Documents(report), report);
        read.readAll(file);
        return read;
    }

    /** In the order of the file. */
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /** The calls that the catalogue cannot hold, each with the reason. */
    public List<String> left() {
        return left;
    }

    private void readAll(Path file) throws IOException {
        Documents.Place top = documents.open(file);
        if (top == null) {
            return;
        }
        YamlFile yaml = new YamlFile(file.toString(), report);
        Map<String, YamlNode> fields = yaml.fields(top.node());
        YamlNode paths = fields.get("paths");
        if (fields.isEmpty()) {
            return;
        }
        if (!fields.containsKey("openapi") && !fields.containsKey("swagger")) {
            yaml.error(top.node(), "this is no OpenAPI file: it has neither \"openapi\" nor \"swagger\"");
        } else if (paths == null) {
            // A description of version 3.1 may do without.
            if (!fields.containsKey("webhooks") && !fields.containsKey("components")) {
                yaml.error(top.node(), "\"paths\" is missing");
            }
        } else {
            List<String> prefixes = prefixes(fields, List.of(""));
            boolean open = !isSecured(fields, false);
            for (Map.Entry<String, YamlNode> path : yaml.fields(paths).entrySet()) {
                if (path.getKey().startsWith("/")) {
                    read(path.getKey(), new Documents.Place(file, path.getValue()), prefixes, open);
                } else if (!path.getKey().startsWith("x-")) {
                    yaml.error(path.getValue(), "the path \"" + path.getKey() + "\" must begin with /");
                }
            }
        }
    }

    private void read(String path, Documents.Place written, List<String> prefixes, boolean open) throws IOException {
        Documents.Place item = documents.follow(written);
        if (item == null) {
            return;
        }
        YamlFile yaml = new YamlFile(item.file().toString(), report);
        Map<String, YamlNode> fields = yaml.fields(item.node());
        List<String> ofPath = prefixes(fields, prefixes);
        for (Map.Entry<String, YamlNode> call : fields.entrySet()) {
            if (METHODS.contains(call.getKey())) {
                Map<String, YamlNode> operation = yaml.fields(call.getValue());
                for (String prefix : prefixes(operation, ofPath)) {
                    add(call.getKey(), prefix + path, operation, !isSecured(operation, !open));
                }
            }
        }
    }

    private void add(String verb, String path, Map<String, YamlNode> fields, boolean open) {
        String method = verb.toUpperCase(Locale.ROOT);
        String template = Template.of(path);
        if (Template.isOpenEnded(path)) {
            left.add(method + " " + path + ": the catalogue cannot say \"any number of segments\"");
            return;
        }
        if (!EndpointCatalogue.METHODS.contains(method)) {
            left.add(method + " " + path + ": the catalogue has no such method");
            return;
        }
        List<String> tags = fields.containsKey("tags") && fields.get("tags").value() instanceof List<?> items
                ? items.stream().map(tag -> ((YamlNode) tag).text()).toList()
                : List.of();
        Operation operation =
                new Operation(method, template, text(fields, "operationId"), tags, text(fields, "summary"), open);
        Operation other = operations.putIfAbsent(method + " " + Template.withoutNames(template), operation);
        if (other != null) {
            left.add(method + " " + path + ": the catalogue cannot tell it from " + other.path());
        }
    }

    private static String text(Map<String, YamlNode> fields, String name) {
        YamlNode field = fields.get(name);
        return field == null ? "" : field.text();
    }

    /** An empty list of requirements lifts those from above. */
    private static boolean isSecured(Map<String, YamlNode> fields, boolean otherwise) {
        YamlNode security = fields.get("security");
        return security == null ? otherwise : security.value() instanceof List<?> all && !all.isEmpty();
    }

    /** What stands before the paths, of every server once. */
    private static List<String> prefixes(Map<String, YamlNode> fields, List<String> otherwise) {
        YamlNode servers = fields.get("servers");
        if (servers != null && servers.value() instanceof List<?> all && !all.isEmpty()) {
            Set<String> prefixes = new LinkedHashSet<>();
            all.forEach(server -> prefixes.add(prefix((YamlNode) server)));
            return List.copyOf(prefixes);
        }
        YamlNode base = fields.get("basePath");
        return base == null ? otherwise : List.of(withoutSlash(base.text()));
    }

    private static String prefix(YamlNode server) {
        if (!(server.value() instanceof Map<?, ?> fields) || !(fields.get("url") instanceof YamlNode url)) {
            return "";
        }
        String text = url.text();
        if (fields.get("variables") instanceof YamlNode variables && variables.value() instanceof Map<?, ?> all) {
            for (Map.Entry<?, ?> variable : all.entrySet()) {
                text = text.replace("{" + variable.getKey() + "}", defaultOf(variable.getValue()));
            }
        }
        String path = text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:", "").replaceFirst("^//[^/]*", "");
        return withoutSlash(path);
    }

    private static String defaultOf(@Nullable Object variable) {
        return variable instanceof YamlNode node
                        && node.value() instanceof Map<?, ?> fields
                        && fields.get("default") instanceof YamlNode value
                ? value.text()
                : "";
    }

    private static String withoutSlash(String path) {
        String parts = Arrays.stream(path.split("[?#]", 2)[0].split("/"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return parts.isEmpty() ? "" : "/" + parts;
    }
}
