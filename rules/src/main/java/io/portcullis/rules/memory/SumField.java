package io.portcullis.rules.memory;

import java.util.Optional;
import java.util.stream.Stream;

/** What {@code sum} can add up. Sums are exact: whole numbers of the smallest unit. */
public enum SumField {
    /** In ten-thousandths of the currency's unit. */
    AMOUNT("amount", 10_000),
    BYTES("bytes", 1),
    DURATION_MS("durationMs", 1);

    private final String label;
    private final int scale;

    SumField(String label, int scale) {
        this.label = label;
        this.scale = scale;
    }

    public String label() {
        return label;
    }

    /** How many of what is added make one of what is answered. */
    public int scale() {
        return scale;
    }

    public static Optional<SumField> ofLabel(String label) {
        return Stream.of(values()).filter(field -> field.label.equals(label)).findFirst();
    }
}
