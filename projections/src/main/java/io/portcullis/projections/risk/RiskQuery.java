package io.portcullis.projections.risk;

import io.portcullis.domain.decision.Band;
import io.portcullis.projections.table.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which entities to list.
 *
 * @param minScore 0 to 100
 * @param band lists this band alone; null lists all
 * @param cursor from the page before; null for the first page
 * @param limit 1 to {@value Page#MAX_LIMIT}
 */
public record RiskQuery(
        int minScore,
        @Nullable Band band,
        Sort sort,
        @Nullable String cursor,
        int limit) {

    /** What a listing is ordered by, the highest first, then by id. */
    public enum Sort {
        /** The riskiest first. */
        SCORE("score"),
        /** The most recently active first. Reads all rows that match; give a {@code minScore} on large data. */
        LAST_SEEN("lastSeen"),
        /** The most active first. Reads all rows that match. */
        ACTIVITIES("activities");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        /** Its name in URLs. */
        public String label() {
            return label;
        }

        /** @throws IllegalArgumentException when there is no such order */
        public static Sort ofLabel(String label) {
            for (Sort sort : values()) {
                if (sort.label.equals(label)) {
                    return sort;
                }
            }
            throw new IllegalArgumentException("sort must be score, lastSeen or activities");
        }
    }

    public RiskQuery {
        if (minScore < 0 || minScore > 100) {
            throw new IllegalArgumentException("minScore must be 0 to 100");
        }
        Page.limit(limit);
    }

    /** The first 50 of all, the riskiest first. */
    public static RiskQuery riskiest() {
        return new RiskQuery(0, null, Sort.SCORE, null, 50);
    }

    int lowest() {
        return band == null ? minScore : Math.max(minScore, band.from());
    }

    int highest() {
        return band == null || band == Band.CRITICAL ? 100 : Band.values()[band.ordinal() + 1].from() - 1;
    }
}
