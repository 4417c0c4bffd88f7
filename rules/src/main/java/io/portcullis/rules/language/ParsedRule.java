package io.portcullis.rules.language;

import io.portcullis.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that may run.
 *
 * @param pattern the text between {@code when} and {@code then}
 * @param action the text between {@code then} and {@code end}
 * @param rule what it raises; null for a tally rule or a policy rule
 */
public record ParsedRule(
        Source source,
        int offset,
        String name,
        String pattern,
        String action,
        Consequence consequence,
        List<Asked> asked,
        List<Mentioned> mentioned,
        @Nullable Rule rule) {}
