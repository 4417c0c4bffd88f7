package io.portcullis.rules;

import io.portcullis.domain.decision.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How signals combine into a score from 0 to 100: as independent grounds for suspicion,
 * {@code 100 × (1 − Π (1 − sᵢ/100))}. A signal counts once, with the highest score among the rules that raised it; each
 * further signal raises the score, none lowers it, and the order never matters. Signals of 70 and 55 make 87.
 */
final class Score {

    private Score() {}

    /** Multiplied in the order of the scores, because the products of floating point depend on it. */
    static int of(Collection<Reason> reasons) {
        if (reasons.isEmpty()) {
            return 0;
        }
        Map<String, Integer> bySignal = new TreeMap<>();
        for (Reason reason : reasons) {
            bySignal.merge(reason.signal(), reason.score(), Math::max);
        }
        List<Integer> scores = bySignal.values().stream().sorted().toList();
        double innocence = 1;
        for (int score : scores) {
            innocence *= (100 - score) / 100.0;
        }
        return (int) Math.round(100 * (1 - innocence));
    }
}
