package io.portcullis.rules.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portcullis.domain.activity.App;
import io.portcullis.rules.reference.ClientReader.Agent;
import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs apart by what they say of themselves: an app by its platform and version, everything else by its user
 * agent, of which it looks at no more than {@value UserAgentRules#LONGEST_READ} characters. Safe for use by several
 * threads.
 */
public final class ClientCatalogue {

    private static final int CACHED = 10_000;
    private static final Agent NONE = new Agent(ClientProfile.UNKNOWN);
    private static final Set<String> PHONES = Set.of("ios", "android");

    private final ClientReader reader;
    // Tidied by whoever fills it: to wake another thread for it costs more.
    private final Cache<String, Agent> byUserAgent =
            Caffeine.newBuilder().maximumSize(CACHED).executor(Runnable::run).build();

    ClientCatalogue(ClientsFile file, List<CrawlersFile.Crawler> crawlers, Lists lists) {
        this.reader = new ClientReader(file, crawlers, lists);
    }

    public ClientProfile find(@Nullable String userAgent, @Nullable App app) {
        Agent agent = userAgent == null || isNone(userAgent) ? NONE : byUserAgent.get(bounded(userAgent), reader::read);
        String platform = app == null ? null : app.platform();
        if (app == null || platform == null || platform.equals("web")) {
            return agent.profile();
        }
        ClientProfile library = agent.library();
        // A phone's app is made with a library, and what is made with it on a server is no app
        ClientProfile profile = library == null ? agent.profile() : library;
        boolean phone = library != null && PHONES.contains(platform);
        boolean other = profile.automated() && !phone || profile.browser() && platform.equals("server");
        return other ? profile : app(platform, app.version(), profile);
    }

    /** Access logs write a dash where there is none. */
    private static boolean isNone(String userAgent) {
        return userAgent.isBlank() || userAgent.equals("-");
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
}
