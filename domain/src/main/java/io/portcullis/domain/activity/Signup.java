package io.portcullis.domain.activity;

import java.util.Locale;
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
        return email == null || email.indexOf('@') <= 0 ? null : email.strip().toLowerCase(Locale.ROOT);
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
