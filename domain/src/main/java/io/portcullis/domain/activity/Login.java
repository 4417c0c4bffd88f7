package io.portcullis.domain.activity;

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

    @Override
    public ActivityType type() {
        return ActivityType.LOGIN;
    }

    @Override
    public Login with(Envelope other) {
        return new Login(other, outcome, reason, method);
    }
}
