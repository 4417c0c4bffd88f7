package io.portcullis.rules.language;

import java.util.Set;

/** The words of activities that have tallies of their own, among those that a producer may choose freely. */
public final class TallyWords {

    /** Methods of requests, in lower case. */
    public static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");

    public static final Set<String> LOGIN_METHODS = Set.of("password", "mfa", "sso", "token-refresh", "password-reset");

    /** Why logins fail. */
    public static final Set<String> REASONS = Set.of("bad-password", "unknown-user", "locked", "mfa-failed");

    private TallyWords() {}
}
