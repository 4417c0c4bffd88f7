package io.portcullis.rules.reference;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The operator's lists: of addresses, mail domains, user agents, and of any kind of entity by its identifiers. */
public final class Lists {

    /** Where there are none. */
    public static final Lists NONE = new Lists(new ListsFile(List.of()), Map.of(), diagnostic -> {});

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
    private static final int SHORTEST_AGENT = 3;

    private static final Set<String> WORDS = Set.of("ip", ListsFile.EMAIL_DOMAIN);

    private final ListsFile file;
    /** By the kind of an entity and its identifier, the names of the lists that it is on. */
    private final Map<EntityKind, Map<String, Set<String>>> exact = new EnumMap<>(EntityKind.class);

    private final Map<String, Set<String>> domains = new HashMap<>();
    private final List<Agent> agents = new ArrayList<>();
    private final AddressRanges addresses;

    private record Agent(String text, String list) {}

    /** @param texts of the files that are named, by their path */
    Lists(ListsFile file, Map<String, String> texts, Consumer<Diagnostic> report) {
        this.file = file;
        AddressRanges.Builder ranges = new AddressRanges.Builder();
        for (ListsFile.Named list : file.lists()) {
            String text = texts.get(list.file());
            if (text == null) {
                report.accept(new Diagnostic(
                        ReferenceFiles.LISTS, list.at().line(), list.at().column(), "there is no file " + list.file()));
            } else {
                ListText.read(
                        list.file(),
                        text,
                        WORDS.contains(list.of()),
                        entry -> add(list, entry, ranges, report),
                        report);
            }
        }
        this.addresses = ranges.build();
    }

    private void add(
            ListsFile.Named list, ListText.Entry entry, AddressRanges.Builder ranges, Consumer<Diagnostic> report) {
        String text = entry.text();
        String lower = text.toLowerCase(Locale.ROOT);
        switch (list.of()) {
            case "ip" -> {
                String problem = ranges.add(text, list.name());
                if (!problem.isEmpty()) {
                    entry.error(report, problem);
                }
            }
            case ListsFile.EMAIL_DOMAIN -> {
                if (!DOMAIN.matcher(lower).matches()) {
                    entry.error(report, "\"" + text + "\" is no mail domain such as example.org");
                }
                domains.computeIfAbsent(list.name(), name -> new HashSet<>()).add(lower);
            }
            case ListsFile.USER_AGENT -> {
                if (text.length() < SHORTEST_AGENT) {
                    entry.error(report, "\"" + text + "\" stands in too many user agents: write 3 characters or more");
                }
                agents.add(new Agent(lower, list.name()));
            }
            default ->
                EntityKind.ofLabel(list.of()).ifPresent(kind -> exact.computeIfAbsent(kind, of -> new HashMap<>())
                        .merge(text, Set.of(list.name()), Lists::union));
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** The names of the lists that such an entity can be on. */
    public SortedSet<String> namesFor(EntityKind kind) {
        SortedSet<String> names = new TreeSet<>();
        for (ListsFile.Named list : file.lists()) {
            boolean ofAgents = kind == EntityKind.CLIENT && list.of().equals(ListsFile.USER_AGENT);
            if (ofAgents || list.of().equals(kind.label())) {
                names.add(list.name());
            }
        }
        return names;
    }

    /** What the list is of; empty when there is none of that name. */
    public String subject(String name) {
        return file.lists().stream()
                .filter(list -> list.name().equals(name))
                .map(ListsFile.Named::of)
                .findFirst()
                .orElse("");
    }

    /** The lists that an entity is on by its identifier. */
    public Set<String> of(EntityKind kind, String id) {
        Map<String, Set<String>> ofKind = exact.get(kind);
        return ofKind == null ? Set.of() : ofKind.getOrDefault(id, Set.of());
    }

    /** Whether the domain of a mail address, or one above it, is on a list of mail domains. */
    public boolean holdsMail(String list, String email) {
        Set<String> listed = domains.getOrDefault(list, Set.of());
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String rest = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        while (!listed.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }

    /** @param lower the user agent, in lower case */
    Set<String> ofUserAgent(String lower) {
        Set<String> names = new HashSet<>();
        for (Agent agent : agents) {
            if (lower.contains(agent.text())) {
                names.add(agent.list());
            }
        }
        return Set.copyOf(names);
    }

    AddressRanges addresses() {
        return addresses;
    }
}
