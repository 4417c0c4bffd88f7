package io.portcullis.domain.activity;

/** An activity that breaks the contract: which field, and why. The message is safe to show to its producer. */
public final class InvalidActivity extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    public InvalidActivity(String field, String reason) {
        super(field + ": " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    /** The field at fault, {@code app.platform} for a nested one; empty when it is the JSON itself. */
    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
