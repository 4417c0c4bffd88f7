package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Has Drools find by a hash the rules about endpoints of a purpose or a sensitivity, so that those about others cost
 * nothing: it can where a property of the fact itself has to equal one word. A rule about several purposes becomes one
 * for each.
 */
final class Indexed {

    private static final String FACT = "ApiRequest";

    /** The properties that are indexed; {@code endpoint} has them too. */
    private static final java.util.regex.Pattern PROPERTY =
            java.util.regex.Pattern.compile("(purpose|sensitivity) == \"[^\"]*\"");

    private static final java.util.regex.Pattern SAID =
            java.util.regex.Pattern.compile("endpoint\\.(purpose|sensitivity) (?:== (\"[^\"]*\")|in \\(([^()]*)\\))");

    private Indexed() {}

    /** One pattern at least; no activity fits two of them. */
    static List<Pattern> each(Pattern pattern) {
        List<String> constraints = pattern.constraints();
        for (int i = 0; pattern.fact().equals(FACT) && i < constraints.size(); i++) {
            Matcher said = SAID.matcher(constraints.get(i));
            if (said.matches()) {
                String words = said.group(2) == null ? said.group(3) : said.group(2);
                int at = i;
                return List.of(words.split(", ")).stream()
                        .distinct()
                        .map(word -> with(constraints, at, said.group(1) + " == " + word))
                        .toList();
            }
        }
        return List.of(pattern);
    }

    private static Pattern with(List<String> constraints, int at, String indexed) {
        List<String> changed = new ArrayList<>(constraints);
        changed.set(at, indexed);
        return new Pattern(FACT, changed);
    }

    /** Whether Drools has an index for the constraint, as long as it stands alone. */
    static boolean is(String constraint) {
        return PROPERTY.matcher(constraint).matches();
    }
}
