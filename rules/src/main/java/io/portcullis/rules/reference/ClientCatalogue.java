package io.portcullis.rules.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portcullis.domain.activity.App;
import io.portcullis.rules.reference.UserAgentRules.Reading;
import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs apart by what they say of themselves: an app by its platform and version, everything else by its user
 * agent, of which it looks at no more than {@value UserAgentRules#LONGEST_READ} characters. Safe for use by several
 * threads.
 */
public final class ClientCatalogue {

    private static final int CACHED = 10_000;
    private static final int LONGEST_NAME = 40;
    private static final Set<String> PHONES = Set.of("ios", "android");

    private final List<ClientsFile.Program> programs;
    private final Map<String, Integer> oldest;
    private final List<CrawlersFile.Crawler> crawlers;
    private final Lists lists;
    // Tidied by whoever fills it: to wake another thread for it costs more.
    private final Cache<String, Agent> byUserAgent =
            Caffeine.newBuilder().maximumSize(CACHED).executor(Runnable::run).build();

    /** @param apps whether phone apps are made with it */
    private record Agent(ClientProfile profile, boolean apps) {

        static final Agent UNKNOWN = new Agent(ClientProfile.UNKNOWN, false);
    }

    ClientCatalogue(ClientsFile file, List<CrawlersFile.Crawler> crawlers, Lists lists) {
        this.programs = file.programs();
        this.oldest = file.oldest();
        this.crawlers = crawlers;
        this.lists = lists;
    }

    public ClientProfile find(@Nullable String userAgent, @Nullable App app) {
        Agent agent = userAgent == null || userAgent.isEmpty()
                ? Agent.UNKNOWN
                : byUserAgent.get(bounded(userAgent), this::read);
        ClientProfile profile = agent.profile;
        if (app == null || app.platform() == null || app.platform().equals("web")) {
            return profile;
        }
        boolean phone = agent.apps && PHONES.contains(app.platform());
        boolean other = profile.automated() && !phone
                || profile.browser() && app.platform().equals("server");
        return other ? profile : app(app.platform(), app.version(), profile);
    }

    private static ClientProfile app(String platform, @Nullable String version, ClientProfile agent) {
        String name = platform + " app";
        return new ClientProfile(
                version == null ? name : name + "/" + version,
                name,
                agent.family(),
                UserAgentRules.number(version),
                agent.os(),
                ClientKind.APP,
                false,
                "",
                agent.lists());
    }

    /** What attackers make up is as long as they like; what is kept of it is not. */
    private static String bounded(String userAgent) {
        return userAgent.length() <= UserAgentRules.LONGEST_READ
                ? userAgent
                : userAgent.substring(0, UserAgentRules.LONGEST_READ);
    }

    private Agent read(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        Reading reading = UserAgentRules.library().read(userAgent);
        Set<String> listed = lists.ofUserAgent(lower);
        String crawler = crawlers.stream()
                .filter(known -> lower.contains(known.token()))
                .map(CrawlersFile.Crawler::name)
                .findFirst()
                .orElse("");
        for (ClientsFile.Program program : programs) {
            if (program.matches(lower, reading.family())) {
                int version = version(lower, program, reading);
                ClientProfile profile = new ClientProfile(
                        program.name() + (version == 0 ? "" : "/" + version),
                        program.name(),
                        reading.family(),
                        version,
                        reading.system(),
                        crawler.isEmpty() ? program.kind() : ClientKind.CRAWLER,
                        version > 0 && version < oldest.getOrDefault(reading.family(), 0),
                        crawler,
                        listed);
                return new Agent(profile, program.apps());
            }
        }
        String name = product(userAgent);
        ClientKind kind = crawler.isEmpty() ? ClientKind.UNKNOWN : ClientKind.CRAWLER;
        return new Agent(
                new ClientProfile(name, name, reading.family(), 0, reading.system(), kind, false, crawler, listed),
                false);
    }

    /** Behind its token or, where its family tells the program, as the user agent says elsewhere. */
    private static int version(String lower, ClientsFile.Program program, Reading reading) {
        int at = program.token().isEmpty() ? -1 : lower.indexOf(program.token());
        if (at < 0) {
            return reading.major();
        }
        int end = at + program.token().length();
        if (lower.startsWith("/", end)) {
            return UserAgentRules.number(lower.substring(end + 1));
        }
        return program.token().endsWith("/") ? UserAgentRules.number(lower.substring(end)) : 0;
    }

    private static String product(String userAgent) {
        String product = userAgent.split("[/\\s(;]", 2)[0];
        return product.length() <= LONGEST_NAME ? product : product.substring(0, endOfName(product));
    }

    /** Half a character could not be written as JSON. */
    private static int endOfName(String product) {
        return Character.isHighSurrogate(product.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    }
}
