package io.portcullis.domain.activity;

import java.util.List;

/** The fields whose values are a closed set: those of the activity contract, whatever else comes is refused. */
public enum Choice {
    LOGIN_OUTCOME("succeeded", "failed", "challenged"),
    SIGNUP_OUTCOME("succeeded", "rejected"),
    PAYMENT_OUTCOME("approved", "declined"),
    PAYMENT_KIND("charge", "refund", "payout", "credit"),
    PLATFORM("ios", "android", "web", "server"),
    NETWORK("residential", "mobile", "business", "datacenter", "vpn", "proxy", "tor");

    private final List<String> values;

    Choice(String... values) {
        this.values = List.of(values);
    }

    /** All that the field may say. */
    public List<String> words() {
        return values;
    }

    /** The value as this set's own string, so that a million activities share it. */
    String of(String value, String field) throws InvalidActivity {
        int at = values.indexOf(value);
        if (at < 0) {
            throw new InvalidActivity(field, "must be one of " + String.join(", ", values));
        }
        return values.get(at);
    }
}
