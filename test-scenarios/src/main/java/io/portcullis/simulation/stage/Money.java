package io.portcullis.simulation.stage;

import org.jspecify.annotations.Nullable;

/** A payment, approved unless {@link #declined} says why not. */
public record Money(
        String kind,
        int cents,
        @Nullable String declineCode,
        @Nullable String promo,
        @Nullable String order) {

    private static Money of(String kind, int cents) {
        return new Money(kind, cents, null, null, null);
    }

    public static Money charge(int cents) {
        return of("charge", cents);
    }

    public static Money refund(int cents) {
        return of("refund", cents);
    }

    public static Money payout(int cents) {
        return of("payout", cents);
    }

    public static Money credit(int cents) {
        return of("credit", cents);
    }

    public Money declined(String code) {
        return new Money(kind, cents, code, promo, order);
    }

    public Money promo(@Nullable String changed) {
        return new Money(kind, cents, declineCode, changed, order);
    }

    public Money order(String changed) {
        return new Money(kind, cents, declineCode, promo, changed);
    }
}
