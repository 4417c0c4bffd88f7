package io.portcullis.scenarios;

import io.portcullis.domain.decision.Action;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to come out for some activities of a scenario.
 *
 * @param step the name of the step whose activities are meant; null for all steps
 * @param actions one of them is to be taken; empty for whichever
 * @param flagged null for either
 * @param fired signals or rules that are to have been raised
 * @param silent signals or rules that are not
 */
record Expectation(
        Place place,
        Quantifier quantifier,
        @Nullable String step,
        Set<Action> actions,
        @Nullable Boolean flagged,
        Set<String> fired,
        Set<String> silent) {

    /** {@code last of office}, as it is written. */
    String about() {
        return quantifier.name().toLowerCase(Locale.ROOT) + (step == null ? "" : " of " + step);
    }

    boolean concerns(Moment moment) {
        return step == null || step.equals(moment.name());
    }
}
