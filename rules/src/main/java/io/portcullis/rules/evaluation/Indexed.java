package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Pattern;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Has the rules about endpoints of a purpose or a sensitivity found by that word, so that those about others cost
 * nothing. A rule about several purposes becomes one for each.
 */
final class Indexed {

    /** What an index is of. */
    enum Property {
        PURPOSE(Endpoint::getPurpose),
        SENSITIVITY(Endpoint::getSensitivity);

        private final Function<Endpoint, String> value;

        Property(Function<Endpoint, String> value) {
            this.value = value;
        }

        String of(Object fact) {
            return value.apply(((Activity) fact).getEndpoint());
        }
    }

    /** A property, and what it has to equal: the same object that profiles of endpoints have, which is found sooner. */
    record Word(Property property, String word) {}

    private static final java.util.regex.Pattern EQUAL =
            java.util.regex.Pattern.compile("endpoint\\.(purpose|sensitivity) == \"([\\w-]*)\"");

    private static final java.util.regex.Pattern ONE_OF = java.util.regex.Pattern.compile(
            "endpoint\\.(purpose|sensitivity) in \\((\"[\\w-]*\"(?:, \"[\\w-]*\")*)\\)");

    private Indexed() {}

    /** One pattern at least; no activity fits two of them. */
    static List<Pattern> each(Pattern pattern) {
        List<String> constraints = pattern.constraints();
        for (int i = 0; i < constraints.size(); i++) {
            if (is(constraints.get(i))) {
                return List.of(pattern);
            }
            Matcher oneOf = ONE_OF.matcher(constraints.get(i));
            if (oneOf.matches()) {
                int at = i;
                return List.of(oneOf.group(2).split(", ")).stream()
                        .distinct()
                        .map(word -> with(pattern, at, "endpoint." + oneOf.group(1) + " == " + word))
                        .toList();
            }
        }
        return List.of(pattern);
    }

    private static Pattern with(Pattern pattern, int at, String constraint) {
        List<String> changed = new ArrayList<>(pattern.constraints());
        changed.set(at, constraint);
        return new Pattern(pattern.fact(), changed);
    }

    /** Whether there is an index for the constraint, as long as it stands alone. */
    static boolean is(String constraint) {
        return word(constraint).isPresent();
    }

    /** By what the constraint is found; empty when there is no index for it. */
    static Optional<Word> word(String constraint) {
        Matcher equal = EQUAL.matcher(constraint);
        return equal.matches()
                ? Optional.of(new Word(
                        Property.valueOf(equal.group(1).toUpperCase(Locale.ROOT)),
                        equal.group(2).intern()))
                : Optional.empty();
    }
}
