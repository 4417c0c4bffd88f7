package io.portcullis.projections.risk;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an entity's activities are counted as. Stored by their order here: add new ones at the end alone.
 *
 * <p>Requests are counted by the class of their status, {@code request.status.4xx}, since a client can make every
 * status there is.
 */
enum Tally {
    REQUEST("request"),
    REQUEST_1XX("request.status.1xx"),
    REQUEST_2XX("request.status.2xx"),
    REQUEST_3XX("request.status.3xx"),
    REQUEST_4XX("request.status.4xx"),
    REQUEST_5XX("request.status.5xx"),
    LOGIN("login"),
    LOGIN_SUCCEEDED("login.succeeded"),
    LOGIN_FAILED("login.failed"),
    LOGIN_CHALLENGED("login.challenged"),
    SIGNUP("signup"),
    SIGNUP_SUCCEEDED("signup.succeeded"),
    SIGNUP_REJECTED("signup.rejected"),
    PAYMENT("payment"),
    PAYMENT_APPROVED("payment.approved"),
    PAYMENT_DECLINED("payment.declined"),
    PAYMENT_CHARGE("payment.charge"),
    PAYMENT_REFUND("payment.refund"),
    PAYMENT_PAYOUT("payment.payout"),
    PAYMENT_CREDIT("payment.credit");

    private static final Map<String, Tally> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Tally::label, Function.identity()));

    private final String label;

    Tally(String label) {
        this.label = label;
    }

    /** The tally's name in JSON, as rules name it. */
    String label() {
        return label;
    }

    /** The tallies that an activity counts for, as the bits of their places in this enum. */
    static int bitsOf(Activity activity) {
        if (activity instanceof ApiRequest request) {
            return REQUEST.bit() | status(request.status());
        } else if (activity instanceof Login login) {
            return LOGIN.bit() | named("login.", login.outcome());
        } else if (activity instanceof Signup signup) {
            return SIGNUP.bit() | named("signup.", signup.outcome());
        } else {
            Payment payment = (Payment) activity;
            return PAYMENT.bit() | named("payment.", payment.outcome()) | named("payment.", payment.kind());
        }
    }

    private static int status(@Nullable Integer status) {
        return status == null ? 0 : named("request.status.", status / 100 + "xx");
    }

    private static int named(String prefix, String part) {
        Tally tally = BY_LABEL.get(prefix + part);
        return tally == null ? 0 : tally.bit();
    }

    private int bit() {
        return 1 << ordinal();
    }
}
