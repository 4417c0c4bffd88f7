package io.portcullis.rules.vocabulary;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The regular expressions of a rule set, compiled once. Attackers choose the texts that they are matched with: RE2/J
 * takes a time that is linear in the text, whatever the expression, and has no way back to look for another match.
 */
public final class Patterns {

    public static final Patterns NONE = new Patterns(List.of());

    private final Pattern[] patterns;

    private Patterns(List<Pattern> patterns) {
        this.patterns = patterns.toArray(Pattern[]::new);
    }

    /** Whether the whole text matches the expression of that number. */
    boolean matches(int number, String text) {
        return patterns[number].matches(text);
    }

    /** Collects the expressions of rules while they are read. */
    public static final class Builder {

        /** RE2 writes each repetition out, and takes time and stack for each part. */
        private static final int LARGEST = 2_000;

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<Pattern> patterns = new ArrayList<>();

        /**
         * The number of the expression.
         *
         * @throws PatternSyntaxException for what RE2 does not know: look-around and references back among it
         */
        public int add(String regex) {
            Integer known = numbers.get(regex);
            if (known != null) {
                return known;
            }
            if (Repetition.size(regex) > LARGEST) {
                throw new PatternSyntaxException(
                        "it repeats too much: more than " + LARGEST + " parts when written out", regex);
            }
            // A point does not stop at the end of a line, or an attacker would hide behind one.
            patterns.add(Pattern.compile(regex, Pattern.DOTALL));
            numbers.put(regex, patterns.size() - 1);
            return patterns.size() - 1;
        }

        public Patterns build() {
            return new Patterns(patterns);
        }
    }
}
