package io.portcullis.openapi;

import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses what an operation is for, by the words and things that the endpoint catalogue knows. */
public final class Guesser {

    /** To read of these does harm, too; elsewhere, less than to write. */
    private static final Set<String> HARMFUL_TO_READ = Set.of("export", "admin", "promo", "invite", "referral");

    private static final Set<String> MAKING = Set.of("create", "register", "sign", "new", "add", "join", "enroll");

    private static final String OTHER = "other";

    private final EndpointCatalogue catalogue;

    public Guesser(EndpointCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The path comes first, because it is what everybody who calls the endpoint writes. */
    public Guess guess(Operation operation) {
        List<String> path = Template.words(operation.path());
        List<String> id = words(operation.operationId());
        List<String> tags =
                operation.tags().stream().flatMap(tag -> words(tag).stream()).toList();
        List<String> summary = words(operation.summary());
        return Stream.<@Nullable Guess>of(
                        found(path, catalogue::ofWord, "path", operation),
                        found(id, catalogue::ofWord, "operationId", operation),
                        found(path, catalogue::ofThing, "path", operation),
                        found(id, catalogue::ofThing, "operationId", operation),
                        found(tags, catalogue::ofWord, "tags", operation),
                        found(summary, catalogue::ofWord, "summary", operation),
                        found(tags, catalogue::ofThing, "tags", operation),
                        found(summary, catalogue::ofThing, "summary", operation))
                .filter(guess -> guess != null)
                .findFirst()
                .orElseGet(() -> new Guess(OTHER, sensitivity(OTHER, "low", operation), ""));
    }

    /** Two words that are one, {@code reset password}, tell more than either; else the last one tells. */
    private @Nullable Guess found(
            List<String> words, Function<String, Optional<EndpointProfile>> known, String where, Operation operation) {
        for (int together = 2; together >= 1; together--) {
            for (int end = words.size(); end >= together; end--) {
                String word = String.join("", words.subList(end - together, end));
                Optional<EndpointProfile> found = known.apply(word);
                if (found.isPresent()) {
                    boolean isLast = end == words.size();
                    String written = String.join(together == 2 ? " " : "", words.subList(end - together, end));
                    return guess(found.get(), operation, isLast, "\"" + written + "\" in its " + where);
                }
            }
        }
        return null;
    }

    private Guess guess(EndpointProfile found, Operation operation, boolean isLast, String because) {
        String purpose = found.purpose();
        if (purpose.equals("listing") && operation.endsWithVariable()) {
            return new Guess("detail", sensitivity("detail", "low", operation), because + ", of which it names one");
        }
        boolean collection = isLast && !operation.endsWithVariable();
        if (purpose.equals("account") && collection && operation.method().equals("POST") && makes(operation)) {
            return new Guess("signup", "high", because + ", of which it makes one");
        }
        return new Guess(purpose, sensitivity(purpose, found.sensitivity(), operation), because);
    }

    private static boolean makes(Operation operation) {
        return operation.open()
                && Stream.concat(words(operation.operationId()).stream(), words(operation.summary()).stream())
                        .anyMatch(MAKING::contains);
    }

    private static String sensitivity(String purpose, String usual, Operation operation) {
        if (operation.method().equals("OPTIONS")) {
            return "low";
        }
        if (operation.reads()) {
            return usual.equals("high") && !HARMFUL_TO_READ.contains(purpose) ? "medium" : usual;
        }
        return usual.equals("low") && !purpose.equals("cart") && !purpose.equals("search") ? "medium" : usual;
    }

    /** {@code createPaymentRefund_v2} and {@code Create a payment refund} are words. */
    private static List<String> words(String text) {
        return Stream.of(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                        .split("[^A-Za-z0-9]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
