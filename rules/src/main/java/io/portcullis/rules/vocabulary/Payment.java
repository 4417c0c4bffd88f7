package io.portcullis.rules.vocabulary;

import java.util.Locale;

/** A movement of money or credit. */
public final class Payment extends Activity {

    private final io.portcullis.domain.activity.Payment payment;

    /** One that reference data know nothing of. */
    public Payment(io.portcullis.domain.activity.Payment payment, Cast cast) {
        this(payment, cast, Background.NONE);
    }

    public Payment(io.portcullis.domain.activity.Payment payment, Cast cast, Background background) {
        super(payment, cast, background);
        this.payment = payment;
    }

    public boolean isApproved() {
        return payment.outcome().equals("approved");
    }

    public boolean isDeclined() {
        return payment.outcome().equals("declined");
    }

    /** charge, refund, payout or credit. */
    public String getKind() {
        return payment.kind();
    }

    public boolean isCharge() {
        return payment.kind().equals("charge");
    }

    public boolean isRefund() {
        return payment.kind().equals("refund");
    }

    public boolean isPayout() {
        return payment.kind().equals("payout");
    }

    public boolean isCredit() {
        return payment.kind().equals("credit");
    }

    /** In units of the currency; 0 when it is not known. */
    public double getAmount() {
        return payment.amount() == null ? 0 : payment.amount().doubleValue();
    }

    /** In capital letters: {@code EUR}; empty when it is not known. */
    public String getCurrency() {
        return text(payment.currency()).strip().toUpperCase(Locale.ROOT);
    }

    public String getDeclineCode() {
        return text(payment.declineCode());
    }

    public String getPromo() {
        return text(payment.promo());
    }

    public String getOrder() {
        return text(payment.order());
    }
}
