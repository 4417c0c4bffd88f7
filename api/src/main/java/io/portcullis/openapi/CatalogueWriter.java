package io.portcullis.openapi;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes operations as an {@code endpoints.yaml}, one a line, that a person can review. */
public final class CatalogueWriter {

    /** Paths that are longer stand out of the table. */
    private static final int WIDEST = 60;

    private final Guesser guesser;

    public CatalogueWriter(Guesser guesser) {
        this.guesser = guesser;
    }

    /** @param words what follows: the words and things for paths that are not listed */
    public String write(String from, List<Operation> operations, String words) {
        int width = operations.stream()
                .mapToInt(operation -> quoted(operation.path()).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        StringBuilder yaml = new StringBuilder("# The endpoints of ")
                .append(from.replaceAll("\\p{Cntrl}", " "))
                .append(".\n#\n# Purposes and sensitivities are guessed: read them once, and correct what is wrong.\n")
                .append("# Lines with a question mark were not recognised.\n")
                .append(operations.isEmpty() ? "endpoints: []\n" : "endpoints:\n");
        for (Operation operation : operations) {
            Guess guess = guesser.guess(operation);
            yaml.append(String.format(
                    Locale.ROOT,
                    "  - {method: %-8s path: %-" + (width + 1) + "s purpose: %-18s sensitivity: %-7s # %s%n",
                    operation.method() + ",",
                    quoted(operation.path()) + ",",
                    guess.purpose() + ",",
                    guess.sensitivity() + "}",
                    guess.isRecognised() ? guess.because() : "? not recognised"));
        }
        return yaml.append('\n').append(words).toString();
    }

    private static String quoted(String path) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(path)) + '"';
    }
}
