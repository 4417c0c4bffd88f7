package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text, comment or rule whose end is missing: Drools' parser complains of what comes long after it.
 *
 * @param at where it begins
 */
record Unclosed(int at, String message) {

    /** An expression for whatever is no code. */
    static final String COMMENT_OR_TEXT = "//[^\n]*|/[*](?s:.*?)(?:[*]/|(?<comment>\\z))"
            + "|'[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+'?"
            + "|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+(?:\"|(?<text>))";

    private static final Pattern NO_CODE = Pattern.compile(COMMENT_OR_TEXT);

    private static final Pattern BEGIN_OR_END =
            Pattern.compile(COMMENT_OR_TEXT + "|(?m:^\\s*(?<rule>rule)\\b)|\\b(?<end>end)\\b");

    /** The first of a file that cannot be parsed. */
    static Optional<Unclosed> find(String rules) {
        List<Integer> open = new ArrayList<>();
        Matcher found = NO_CODE.matcher(rules);
        while (found.find()) {
            if (found.group("comment") != null) {
                return Optional.of(new Unclosed(found.start(), "this comment does not end"));
            }
            if (found.group("text") != null) {
                open.add(found.start());
            }
        }
        // A description may go on in the next line: then its end looks like a second one that is open.
        return open.size() % 2 == 0
                ? rule(rules)
                : Optional.of(new Unclosed(open.get(0), "this text does not end in its line"));
    }

    /** The first rule that another one begins within. */
    private static Optional<Unclosed> rule(String rules) {
        int begun = -1;
        Matcher found = BEGIN_OR_END.matcher(rules);
        while (found.find()) {
            if (found.group("end") != null) {
                begun = -1;
            } else if (found.group("rule") != null) {
                if (begun >= 0) {
                    return Optional.of(new Unclosed(begun, "the \"end\" of this rule is missing"));
                }
                begun = found.start("rule");
            }
        }
        return Optional.empty();
    }
}
