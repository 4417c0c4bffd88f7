package io.portcullis.domain.activity;

import java.util.List;

/** An activity that breaks the contract: which fields, and why. What it says is safe to show to its producer. */
public final class InvalidActivity extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Remark> remarks;

    public InvalidActivity(String field, String reason) {
        this(List.of(new Remark(field, reason)));
    }

    /** @param remarks at least one */
    InvalidActivity(List<Remark> remarks) {
        super(remarks.get(0).field() + ": " + remarks.get(0).reason(), null, false, false);
        this.remarks = List.copyOf(remarks);
    }

    /** All that is wrong, one remark a field. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** The first field at fault, {@code app.platform} for a nested one; empty when it is the JSON itself. */
    public String field() {
        return remarks.get(0).field();
    }

    /** What is wrong with the first field at fault. */
    public String reason() {
        return remarks.get(0).reason();
    }
}
