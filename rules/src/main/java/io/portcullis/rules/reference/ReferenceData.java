package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The reference data that rules look things up in. It belongs to the rule set: a decision depends on both.
 *
 * @param endpoints from {@value #ENDPOINTS}
 * @param clients from {@value #CLIENTS}
 * @param probes from {@value #PROBES}
 * @param inspection of clients, from {@value #CLIENTS} and {@value ReferenceFiles#CRAWLERS}
 * @param addresses from lists, crawlers and geographic databases
 * @param apps from {@value ReferenceFiles#APPS}
 * @param lists from {@value ReferenceFiles#LISTS}
 */
public record ReferenceData(
        EndpointCatalogue endpoints,
        ClientCatalogue clients,
        ProbeCatalogue probes,
        ClientInspection inspection,
        AddressCatalogue addresses,
        AppReleases apps,
        Lists lists) {

    /** The file of the endpoint catalogue, at the top of the folder of rules. */
    public static final String ENDPOINTS = "endpoints.yaml";

    /** The file of the known clients, at the top of the folder of rules. */
    public static final String CLIENTS = "clients.yaml";

    /** The file of what gives probes away, at the top of the folder of rules. */
    public static final String PROBES = "probes.yaml";

    /** As with files that say nothing of addresses, crawlers and apps. */
    public static ReferenceData read(
            String endpointsYaml, String clientsYaml, String probesYaml, Consumer<Diagnostic> report) {
        return read(endpointsYaml, clientsYaml, probesYaml, ReferenceFiles.NONE, report);
    }

    /** Reads the files' texts; what is wrong with them goes to {@code report}, and no catalogue can be used then. */
    public static ReferenceData read(
            String endpointsYaml,
            String clientsYaml,
            String probesYaml,
            ReferenceFiles files,
            Consumer<Diagnostic> report) {
        AtomicBoolean wrong = new AtomicBoolean();
        Consumer<Diagnostic> noting = diagnostic -> {
            wrong.set(true);
            report.accept(diagnostic);
        };
        EndpointsFile endpoints = EndpointsFile.read(ENDPOINTS, endpointsYaml, noting);
        ClientsFile clients = ClientsFile.read(CLIENTS, clientsYaml, noting);
        ProbesFile probes = ProbesFile.read(PROBES, probesYaml, noting);
        CrawlersFile crawlers = CrawlersFile.read(ReferenceFiles.CRAWLERS, files.crawlers(), noting);
        AppReleases apps = AppReleases.read(ReferenceFiles.APPS, files.apps(), noting);
        Lists lists = new Lists(ListsFile.read(ReferenceFiles.LISTS, files.lists(), noting), files.listed(), noting);
        GeoDatabases databases = GeoDatabases.of(files.databases(), noting);
        if (wrong.get()) {
            endpoints = EndpointsFile.EMPTY;
            clients = ClientsFile.EMPTY;
            probes = new ProbesFile(Map.of(), Map.of(), Map.of());
            crawlers = new CrawlersFile(List.of(), AddressRanges.none());
            databases = GeoDatabases.NONE;
        }
        return new ReferenceData(
                new EndpointCatalogue(endpoints),
                new ClientCatalogue(clients, crawlers.crawlers(), lists),
                new ProbeCatalogue(probes),
                new ClientInspection(
                        clients,
                        crawlers.crawlers().stream()
                                .map(CrawlersFile.Crawler::name)
                                .collect(Collectors.toUnmodifiableSet())),
                new AddressCatalogue(lists.addresses(), crawlers.ranges(), databases),
                apps,
                lists);
    }

    /** Of the libraries, what decisions depend on. */
    public static String regularExpressions() {
        return UserAgentRules.text();
    }
}
