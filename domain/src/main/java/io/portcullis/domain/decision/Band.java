package io.portcullis.domain.decision;

/** How risky a score from 0 to 100 is. */
public enum Band {
    /** 0 to 24. */
    LOW(0),
    /** 25 to 59. */
    MEDIUM(25),
    /** 60 to 84. */
    HIGH(60),
    /** 85 to 100. */
    CRITICAL(85);

    private final int from;

    Band(int from) {
        this.from = from;
    }

    /** The lowest score of the band. */
    public int from() {
        return from;
    }

    /** @param score 0 to 100 */
    public static Band of(int score) {
        return score >= CRITICAL.from ? CRITICAL : score >= HIGH.from ? HIGH : score >= MEDIUM.from ? MEDIUM : LOW;
    }
}
