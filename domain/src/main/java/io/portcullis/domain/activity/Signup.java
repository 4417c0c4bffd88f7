package io.portcullis.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * An attempt to sign up.
 *
 * @param outcome succeeded or rejected
 */
public record Signup(
        Envelope envelope,
        String outcome,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String promo) implements Activity {

    @Override
    public @Nullable String mail() {
        return Mailbox.of(email);
    }

    @Override
    public ActivityType type() {
        return ActivityType.SIGNUP;
    }

    @Override
    public Signup with(Envelope other) {
        return new Signup(other, outcome, email, phone, promo);
    }
}
