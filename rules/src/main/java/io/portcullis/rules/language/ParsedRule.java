package io.portcullis.rules.language;

import io.portcullis.rules.Rule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that may run.
 *
 * @param pattern what stands between {@code when} and {@code then}, written anew in one line
 * @param rule what it raises; null for a tally rule or a policy rule
 */
public record ParsedRule(
        Source source,
        int offset,
        String name,
        String pattern,
        Consequence consequence,
        List<Asked> asked,
        List<Mentioned> mentioned,
        @Nullable Rule rule) {

    /** Whether the rule looks at such a fact at all. */
    public boolean isAbout(Activity fact) {
        String type = pattern.substring(0, pattern.indexOf('('));
        return type.equals("Activity") || type.equals(fact.getClass().getSimpleName());
    }
}
