package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.List;

/** How much a rule may say before {@code check} warns that nobody can read it aloud in one breath. */
final class Limits {

    static final int CONDITIONS = 8;
    static final int NUMBERS = 4;
    static final int WORDS = 30;

    private Limits() {}

    /** What is too much; empty for a rule that is easily read. */
    static List<String> exceeded(int conditions, int numbers, String description) {
        int words = description.isBlank() ? 0 : description.trim().split("\\s+").length;
        List<String> exceeded = new ArrayList<>();
        if (conditions > CONDITIONS) {
            exceeded.add(
                    "%d conditions, and %d are as many as one can keep in mind: give some of them a name with risk.mark(\"…\")"
                            .formatted(conditions, CONDITIONS));
        }
        if (numbers > NUMBERS) {
            exceeded.add("%d numbers, and %d are enough: is it several rules?".formatted(numbers, NUMBERS));
        }
        if (words > WORDS) {
            exceeded.add("a description of %d words, and %d are enough".formatted(words, WORDS));
        }
        return exceeded;
    }
}
