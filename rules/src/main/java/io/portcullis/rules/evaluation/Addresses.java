package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Asked;
import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.Pattern;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Schema;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the questions of a rule to where their answers lie, {@code ip.count("login.failed", "10m")} to
 * {@code ip.count(12)}, so that nothing is looked up by its words on the hot path.
 */
final class Addresses {

    private final Schema schema;

    Addresses(Schema schema) {
        this.schema = schema;
    }

    Condition of(ParsedRule rule) {
        return rule.condition()
                .map(pattern -> new Pattern(
                        pattern.fact(),
                        Stream.concat(
                                        pattern.constraints().stream().map(constraint -> address(constraint, rule)),
                                        once(pattern))
                                .toList()));
    }

    /** A request and the event that it stands for are one activity: what is said of any activity is said of it once. */
    private static Stream<String> once(Pattern pattern) {
        return pattern.fact().equals("Activity") ? Stream.of("reported") : Stream.empty();
    }

    private String address(String constraint, ParsedRule rule) {
        String addressed = constraint;
        for (Asked asked : rule.asked()) {
            OptionalInt slot = slot(asked);
            if (slot.isPresent()) {
                String entity = asked.kind().label() + ".";
                String question = asked.question().function().label();
                addressed = addressed.replace(
                        entity + written(asked.question()), entity + question + "(" + slot.getAsInt() + ")");
            }
        }
        return addressed;
    }

    private OptionalInt slot(Asked asked) {
        return switch (asked.question().function()) {
            case COUNT, DISTINCT, SINCE, IS_NEW, PEERS -> schema.slot(asked.kind(), asked.question());
            default -> OptionalInt.empty();
        };
    }

    /** As the reader of rules writes it. */
    private static String written(Question question) {
        return Stream.of(question.subject(), question.tally(), question.window())
                .filter(part -> !part.isEmpty())
                .map(part -> '"' + part + '"')
                .collect(Collectors.joining(", ", question.function().label() + "(", ")"));
    }
}
