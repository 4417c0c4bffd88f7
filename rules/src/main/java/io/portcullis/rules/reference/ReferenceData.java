package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The reference data that rules look things up in. It belongs to the rule set: a decision depends on both.
 *
 * @param endpoints from {@value #ENDPOINTS}
 * @param clients from {@value #CLIENTS}
 * @param probes from {@value #PROBES}
 */
public record ReferenceData(EndpointCatalogue endpoints, ClientCatalogue clients, ProbeCatalogue probes) {

    /** The file of the endpoint catalogue, at the top of the folder of rules. */
    public static final String ENDPOINTS = "endpoints.yaml";

    /** The file of the known clients, at the top of the folder of rules. */
    public static final String CLIENTS = "clients.yaml";

    /** The file of what gives probes away, at the top of the folder of rules. */
    public static final String PROBES = "probes.yaml";

    /** Reads the files' texts; what is wrong with them goes to {@code report}, and no catalogue can be used then. */
    public static ReferenceData read(
            String endpointsYaml, String clientsYaml, String probesYaml, Consumer<Diagnostic> report) {
        AtomicBoolean wrong = new AtomicBoolean();
        Consumer<Diagnostic> noting = diagnostic -> {
            wrong.set(true);
            report.accept(diagnostic);
        };
        EndpointsFile endpoints = EndpointsFile.read(ENDPOINTS, endpointsYaml, noting);
        ClientsFile clients = ClientsFile.read(CLIENTS, clientsYaml, noting);
        ProbesFile probes = ProbesFile.read(PROBES, probesYaml, noting);
        return wrong.get()
                ? new ReferenceData(
                        new EndpointCatalogue(EndpointsFile.EMPTY),
                        new ClientCatalogue(List.of()),
                        new ProbeCatalogue(new ProbesFile(Map.of(), Map.of(), Map.of())))
                : new ReferenceData(
                        new EndpointCatalogue(endpoints),
                        new ClientCatalogue(clients.programs()),
                        new ProbeCatalogue(probes));
    }
}
