package io.portcullis.rules.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that an analyst most likely meant. */
final class Nearest {

    private Nearest() {}

    /** {@code ; did you mean "login.failed"?}, or nothing when no name is near. */
    static String hint(String name, Collection<String> names) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        int far = Math.max(2, name.length() / 2);
        return names.stream()
                .filter(candidate -> distance(distance, name, candidate) <= far)
                .min(Comparator.<String>comparingInt(candidate -> distance(distance, name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "; did you mean \"" + candidate + "\"?")
                .orElse("");
    }

    private static int distance(LevenshteinDistance distance, String name, String candidate) {
        return distance.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
