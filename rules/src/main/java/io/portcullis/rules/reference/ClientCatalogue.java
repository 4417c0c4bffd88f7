package io.portcullis.rules.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portcullis.domain.activity.App;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs apart by what they say of themselves: an app by its platform and version, everything else by the
 * products of its user agent (RFC 9110, 10.1.5). Safe for use by several threads.
 */
public final class ClientCatalogue {

    private static final int CACHED = 10_000;
    private static final int LONGEST_NAME = 40;

    private final List<ClientsFile.Program> programs;
    private final Cache<String, ClientProfile> byUserAgent =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    ClientCatalogue(List<ClientsFile.Program> programs) {
        this.programs = programs;
    }

    public ClientProfile find(@Nullable String userAgent, @Nullable App app) {
        ClientProfile agent = userAgent == null || userAgent.isEmpty()
                ? ClientProfile.UNKNOWN
                : byUserAgent.get(userAgent, this::read);
        if (app == null || app.platform() == null || app.platform().equals("web") || agent.automated()) {
            return agent;
        }
        String version = app.version() == null ? "" : "/" + app.version();
        return new ClientProfile(app.platform() + " app" + version, app.platform() + " app", false, false);
    }

    private ClientProfile read(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        for (ClientsFile.Program program : programs) {
            int at = lower.indexOf(program.token());
            if (at >= 0) {
                String name = program.name();
                return new ClientProfile(
                        name + majorVersion(lower, at + program.token().length()),
                        name,
                        program.isAutomated(),
                        program.isDeclaredBot());
            }
        }
        String product = userAgent.split("[/\\s(;]", 2)[0];
        String name = product.length() <= LONGEST_NAME ? product : product.substring(0, endOfName(product));
        return new ClientProfile(name, name, false, false);
    }

    private static String majorVersion(String userAgent, int at) {
        if (at >= userAgent.length() || userAgent.charAt(at) != '/') {
            return "";
        }
        int end = at + 1;
        while (end < userAgent.length() && end < at + 5 && Character.isDigit(userAgent.charAt(end))) {
            end++;
        }
        return end == at + 1 ? "" : userAgent.substring(at, end);
    }

    /** Half a character could not be written as JSON. */
    private static int endOfName(String product) {
        return Character.isHighSurrogate(product.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    }
}
