package io.portcullis.rules.language;

import io.portcullis.rules.Rule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that may run.
 *
 * @param salience as its analyst wrote it; higher comes first among those that do not depend on each other
 * @param asked what its patterns ask the entities
 * @param reads the marks whose presence it builds on, so that what they asked is evidence of this rule
 * @param rule what it raises; null for a rule that marks, counts a tally, or chooses a policy
 */
public record ParsedRule(
        Source source,
        int offset,
        String name,
        Condition condition,
        int salience,
        Consequence consequence,
        List<Asked> asked,
        List<Mentioned> mentioned,
        Set<String> reads,
        @Nullable Rule rule) {

    /** Whether the rule looks at such a fact at all. */
    public boolean isAbout(Activity fact) {
        return condition
                .patterns()
                .map(Pattern::fact)
                .anyMatch(name ->
                        name.equals("Activity") || name.equals(fact.getClass().getSimpleName()));
    }

    /** The mark that it sets; null for a rule that does something else. */
    public @Nullable String marks() {
        return consequence instanceof Consequence.Mark mark ? mark.name() : null;
    }
}
