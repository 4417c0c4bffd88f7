package io.portcullis.domain.activity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money or credit.
 *
 * @param outcome approved or declined
 * @param kind charge, refund, payout or credit
 * @param amount in units of {@code currency}, exactly as the producer wrote it
 * @param currency ISO 4217
 */
public record Payment(
        Envelope envelope,
        String outcome,
        String kind,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String declineCode,
        @Nullable String promo,
        @Nullable String order)
        implements Activity {

    @Override
    public ActivityType type() {
        return ActivityType.PAYMENT;
    }

    @Override
    public Payment with(Envelope other) {
        return new Payment(other, outcome, kind, amount, currency, declineCode, promo, order);
    }
}
