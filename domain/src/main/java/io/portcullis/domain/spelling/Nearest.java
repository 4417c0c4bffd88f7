package io.portcullis.domain.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was most likely meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The nearest of the names, whatever its case; of equally near ones the first in the alphabet.
     *
     * @param far how many letters may be wrong, missing or too many
     */
    public static Optional<String> to(String name, Collection<String> names, int far) {
        record Near(String name, int distance) {}
        LevenshteinDistance distance = new LevenshteinDistance(far);
        String written = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .map(known -> new Near(known, distance.apply(written, known.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() >= 0)
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name);
    }
}
