package io.portcullis.rules.vocabulary;

import java.util.Set;

/**
 * What is known of a program from what it says of itself.
 *
 * @param id names the client pattern: program and major version; empty when the activity says nothing of it
 * @param name of the program
 * @param family as the ua-parser project calls it; empty when it does not know it
 * @param version major; 0 when it is not known
 * @param os family of the operating system; empty when it is not known
 * @param outdated whether nobody's browser is that old any more
 * @param crawler the known crawler that it says it is; empty when it says no such thing
 * @param lists that its user agent is on
 */
public record ClientProfile(
        String id,
        String name,
        String family,
        int version,
        String os,
        ClientKind kind,
        boolean outdated,
        String crawler,
        Set<String> lists) {

    /** Of what says nothing of itself. */
    public static final ClientProfile UNKNOWN =
            new ClientProfile("", "", "", 0, "", ClientKind.UNKNOWN, false, "", Set.of());

    public boolean automated() {
        return kind.isAutomated();
    }

    public boolean browser() {
        return kind == ClientKind.BROWSER;
    }

    public boolean declaredBot() {
        return kind.isDeclaredBot();
    }

    public boolean app() {
        return kind == ClientKind.APP;
    }

    /** Whether it says nothing of itself: neither an app nor a user agent that begins with a name. */
    public boolean absent() {
        return kind == ClientKind.UNKNOWN && id.isEmpty();
    }

    /** Whether it says of itself what nobody knows. */
    public boolean unknown() {
        return kind == ClientKind.UNKNOWN && !id.isEmpty();
    }
}
