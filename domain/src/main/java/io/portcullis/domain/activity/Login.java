package io.portcullis.domain.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to log in.
 *
 * @param outcome succeeded, failed or challenged
 * @param reason why it failed: bad-password, unknown-user, locked, mfa-failed; others are kept as they are
 * @param method password, mfa, sso, token-refresh, password-reset; others are kept as they are
 */
public record Login(
        Envelope envelope,
        String outcome,
        @Nullable String reason,
        @Nullable String method) implements Activity {

    private static final Set<String> FAULTS = Set.of(
            "error",
            "internal-error",
            "server-error",
            "unavailable",
            "service-unavailable",
            "timeout",
            "maintenance",
            "outage",
            "provider-error",
            "idp-error",
            "network-error");

    /** Whether it failed because the server could not handle it, which tells nothing of whoever tried. */
    public boolean isError() {
        return outcome.equals("failed") && reason != null && FAULTS.contains(reason);
    }

    @Override
    public ActivityType type() {
        return ActivityType.LOGIN;
    }

    @Override
    public Login with(Envelope other) {
        return new Login(other, outcome, reason, method);
    }
}
