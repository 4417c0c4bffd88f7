package io.portcullis.rules.reference;

import io.portcullis.rules.reference.UserAgentRules.Reading;
import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a user agent tells. What the file lists comes first, except that libraries and browsers give way to a
 * program that says that it is a bot: crawlers are made with the one and pass on the name of the other.
 */
final class ClientReader {

    /** Systems of phones, and what stands in user agents of their apps. */
    private static final Set<String> PHONE_SYSTEMS = Set.of("iOS", "Android", "watchOS", "tvOS", "ATV OS X");

    private static final List<String> PHONES = List.of("iphone", "ipad", " ios", "(ios", ";ios", "android");

    private final List<ClientsFile.Program> programs;
    private final Map<String, ClientKind> declared;
    private final Map<String, Integer> oldest;
    private final List<CrawlersFile.Crawler> crawlers;
    private final Lists lists;

    ClientReader(ClientsFile file, List<CrawlersFile.Crawler> crawlers, Lists lists) {
        this.programs = file.programs();
        this.declared = file.declared();
        this.oldest = file.oldest();
        this.crawlers = crawlers;
        this.lists = lists;
    }

    /**
     * What a user agent tells.
     *
     * @param library that the program is made with, where phone apps are made with it; null otherwise
     */
    record Agent(ClientProfile profile, @Nullable ClientProfile library) {

        Agent(ClientProfile profile) {
            this(profile, null);
        }
    }

    Agent read(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        Reading reading = UserAgentRules.library().read(userAgent);
        Sketch sketch = new Sketch(reading, crawler(lower), lists.ofUserAgent(lower));
        ClientsFile.Program program = program(lower, reading.family());
        Declaration declaration = Declaration.of(userAgent, lower, reading.family(), declared);
        if (declaration != null && declaration.sure() && (program == null || givesWay(program))) {
            return new Agent(sketch.of(declaration));
        }
        ClientProfile listed = program == null ? null : listed(sketch, program, lower);
        if (isApp(lower, reading.system(), program)) {
            return new Agent(app(sketch, userAgent), program != null && program.apps() ? listed : null);
        }
        if (program != null && listed != null && program.kind() != ClientKind.BROWSER) {
            return new Agent(listed, program.apps() ? listed : null);
        }
        if (declaration != null) {
            return new Agent(sketch.of(declaration));
        }
        return new Agent(
                listed == null ? sketch.of(ProgramName.product(userAgent), 0, ClientKind.UNKNOWN, false) : listed);
    }

    private static boolean givesWay(ClientsFile.Program program) {
        return program.kind() == ClientKind.BROWSER || program.kind().isAutomated();
    }

    /** What all readings of a user agent share. */
    private record Sketch(Reading reading, String crawler, Set<String> lists) {

        ClientProfile of(Declaration declaration) {
            return of(declaration.name(), declaration.version(), declaration.kind(), false);
        }

        ClientProfile of(String name, int version, ClientKind kind, boolean outdated) {
            return new ClientProfile(
                    version == 0 ? name : name + "/" + version,
                    name,
                    reading.family(),
                    version,
                    reading.system(),
                    crawler.isEmpty() ? kind : ClientKind.CRAWLER,
                    outdated,
                    crawler,
                    lists);
        }
    }

    private String crawler(String lower) {
        for (CrawlersFile.Crawler crawler : crawlers) {
            if (lower.contains(crawler.token())) {
                return crawler.name();
            }
        }
        return "";
    }

    private ClientsFile.@Nullable Program program(String lower, String family) {
        String product = ProgramName.product(lower);
        for (ClientsFile.Program program : programs) {
            if (program.matches(lower, product, family)) {
                return program;
            }
        }
        return null;
    }

    private ClientProfile listed(Sketch sketch, ClientsFile.Program program, String lower) {
        int version = version(lower, program, sketch.reading());
        boolean outdated =
                version > 0 && version < oldest.getOrDefault(sketch.reading().family(), 0);
        return sketch.of(program.name(), version, program.kind(), outdated);
    }

    /** Behind its token or product or, where its family tells the program, as the user agent says elsewhere. */
    private static int version(String lower, ClientsFile.Program program, Reading reading) {
        String token = program.token(lower);
        if (token.isEmpty()) {
            String product = ProgramName.product(lower);
            return program.products().contains(product)
                    ? ProgramName.versionBehind(lower, 0, product)
                    : reading.major();
        }
        int end = lower.indexOf(token) + token.length();
        if (lower.startsWith("/", end)) {
            return UserAgentRules.number(lower.substring(end + 1));
        }
        return token.endsWith("/") ? UserAgentRules.number(lower.substring(end)) : 0;
    }

    /** Apps name themselves and, in brackets, the phone; browsers all begin with the same word. */
    private static boolean isApp(String lower, String system, ClientsFile.@Nullable Program program) {
        if (program != null && !canBeApp(lower, program)) {
            return false;
        }
        int bracket = lower.indexOf('(');
        return lower.contains("cfnetwork/")
                || bracket > 0
                        && !lower.startsWith("mozilla/")
                        && !lower.startsWith("opera/")
                        && (PHONE_SYSTEMS.contains(system) || namesPhone(lower, bracket));
    }

    /** What is made with a library has a name of its own before the library's. */
    private static boolean canBeApp(String lower, ClientsFile.Program program) {
        return switch (program.kind()) {
            case BROWSER, MONITOR, SERVICE, DEVICE -> true;
            case LIBRARY -> program.apps() && !beginsWith(lower, program);
            default -> false;
        };
    }

    private static boolean beginsWith(String lower, ClientsFile.Program program) {
        return program.products().contains(ProgramName.product(lower))
                || program.tokens().stream().anyMatch(lower::startsWith);
    }

    private static boolean namesPhone(String lower, int from) {
        for (String phone : PHONES) {
            if (lower.indexOf(phone, from) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static ClientProfile app(Sketch sketch, String userAgent) {
        String name = ProgramName.at(userAgent, 0);
        return sketch.of(name, ProgramName.versionBehind(userAgent, 0, name), ClientKind.APP, false);
    }
}
