package io.portcullis.rules.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule asks an entity.
 *
 * @param function which of the vocabulary's questions
 * @param subject of {@code distinct}, {@code isNew} and {@code switches} the dimension, of {@code sum} the field; else empty
 * @param tally which activities count; empty for all of them
 * @param window as the rule writes it, {@code 10m}; empty where the question has none
 */
public record Question(Function function, String subject, String tally, String window) {

    /** The questions of the vocabulary, by their names in DRL. */
    public enum Function {
        COUNT("count"),
        DISTINCT("distinct"),
        SUM("sum"),
        RATE("rate"),
        SINCE("since"),
        AGE("age"),
        LISTED("listed"),
        STANDING("standing"),
        IS_NEW("isNew"),
        USUAL("usual"),
        IRREGULARITY("irregularity"),
        SWITCHES("switches"),
        RUN("run"),
        SPEED("speed"),
        PEERS("peers");

        private final String label;

        Function(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Function> ofLabel(String label) {
            return Stream.of(values())
                    .filter(function -> function.label.equals(label))
                    .findFirst();
        }
    }

    /** As it stands in a decision's evidence: {@code distinct card, payment.declined, 1h}. */
    public String label() {
        StringBuilder label = new StringBuilder(function.label);
        String separator = " ";
        for (String argument : List.of(subject, tally, window)) {
            if (!argument.isEmpty()) {
                label.append(separator).append(argument);
                separator = ", ";
            }
        }
        return label.toString();
    }
}
