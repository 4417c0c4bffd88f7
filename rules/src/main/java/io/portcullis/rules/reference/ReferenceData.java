package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The reference data that rules look things up in. It belongs to the rule set: a decision depends on both.
 *
 * @param endpoints from {@value #ENDPOINTS}
 * @param clients from {@value #CLIENTS}
 */
public record ReferenceData(EndpointCatalogue endpoints, ClientCatalogue clients) {

    /** The file of the endpoint catalogue, at the top of the folder of rules. */
    public static final String ENDPOINTS = "endpoints.yaml";

    /** The file of the known clients, at the top of the folder of rules. */
    public static final String CLIENTS = "clients.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final Set<String> SENSITIVITIES = Set.of("low", "medium", "high");

    /** Reads the files' texts; what is wrong with them goes to {@code report}. */
    public static ReferenceData read(String endpointsYaml, String clientsYaml, Consumer<Diagnostic> report) {
        EndpointsFile endpoints = parse(ENDPOINTS, endpointsYaml, EndpointsFile.class, report);
        ClientsFile clients = parse(CLIENTS, clientsYaml, ClientsFile.class, report);
        if (endpoints == null || clients == null) {
            return new ReferenceData(
                    new EndpointCatalogue(List.of(), java.util.Map.of()), new ClientCatalogue(List.of()));
        }
        for (EndpointsFile.Template template : endpoints.templates()) {
            String what = template.method() + " " + template.path();
            check(
                    endpointsYaml,
                    template.path(),
                    template.path().startsWith("/"),
                    what + ": must begin with /",
                    report);
            check(endpointsYaml, template.path(), template.purpose(), template.sensitivity(), what, report);
        }
        endpoints
                .byWord()
                .forEach((word, entry) ->
                        check(endpointsYaml, word, entry.purpose(), entry.sensitivity(), word, report));
        return new ReferenceData(
                new EndpointCatalogue(endpoints.templates(), endpoints.byWord()),
                new ClientCatalogue(clients.programs()));
    }

    private static void check(
            String yaml, String at, String purpose, String sensitivity, String what, Consumer<Diagnostic> report) {
        check(
                yaml,
                at,
                EndpointCatalogue.PURPOSES.contains(purpose),
                what + ": unknown purpose \"" + purpose + "\", known are " + sorted(EndpointCatalogue.PURPOSES),
                report);
        check(
                yaml,
                at,
                SENSITIVITIES.contains(sensitivity),
                what + ": sensitivity must be low, medium or high, not \"" + sensitivity + "\"",
                report);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static void check(String yaml, String at, boolean fine, String message, Consumer<Diagnostic> report) {
        if (!fine) {
            int offset = Math.max(0, yaml.indexOf(at));
            int line = 1
                    + (int) yaml.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            report.accept(new Diagnostic(ENDPOINTS, line, offset - yaml.lastIndexOf('\n', offset - 1), message));
        }
    }

    private static <T> @Nullable T parse(String file, String yaml, Class<T> type, Consumer<Diagnostic> report) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            report.accept(new Diagnostic(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    e.getOriginalMessage()));
            return null;
        }
    }
}
