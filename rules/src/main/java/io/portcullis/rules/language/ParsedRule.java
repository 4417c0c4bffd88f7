package io.portcullis.rules.language;

import io.portcullis.rules.Rule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that may run.
 *
 * @param rule what it raises; null for a tally rule or a policy rule
 */
public record ParsedRule(
        Source source,
        int offset,
        String name,
        Pattern pattern,
        Consequence consequence,
        List<Asked> asked,
        List<Mentioned> mentioned,
        @Nullable Rule rule) {

    /** Whether the rule looks at such a fact at all. */
    public boolean isAbout(Activity fact) {
        return pattern.fact().equals("Activity")
                || pattern.fact().equals(fact.getClass().getSimpleName());
    }
}
