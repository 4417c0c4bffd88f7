package io.portcullis.rules.language;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what a policy rule chooses can ever take effect: each action belongs to a band of scores. */
final class PolicyBand {

    private static final Pattern SCORE = Pattern.compile("score (==|<=?|>=?) (\\d{1,3})");

    private PolicyBand() {}

    /** What is wrong with the choice; empty when there is a score for which it is taken. */
    static Optional<String> problem(Condition condition, Consequence.Choose choose) {
        boolean possible = scores(choose.action()).anyMatch(score -> condition
                .patterns()
                .filter(pattern -> pattern.fact().equals("Assessment"))
                .anyMatch(pattern -> pattern.constraints().stream().allMatch(each -> mayHold(each, score))));
        return possible ? Optional.empty() : Optional.of(message(condition, choose.action()));
    }

    private static String message(Condition condition, Action action) {
        List<String> bands = Stream.of(Band.MEDIUM, Band.HIGH)
                .filter(band -> IntStream.rangeClosed(0, 100)
                        .filter(score -> Band.of(score) == band)
                        .anyMatch(score -> condition.patterns().anyMatch(pattern -> pattern.constraints().stream()
                                .allMatch(each -> mayHold(each, score)))))
                .map(band -> name(band) + " leaves "
                        + (band == Band.MEDIUM ? "monitor and throttle" : "challenge and review"))
                .toList();
        return "risk." + name(action) + "() could never take effect here: "
                + (bands.isEmpty()
                        ? "policies choose for scores from 25 to 84 alone"
                        : bands.stream().collect(Collectors.joining("; ")) + ", and both leave allow");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static IntStream scores(Action action) {
        return IntStream.rangeClosed(0, 100)
                .filter(score -> action == Action.ALLOW
                        ? Band.of(score) == Band.MEDIUM || Band.of(score) == Band.HIGH
                        : Band.of(score) == action.band());
    }

    /** Only what speaks of the score alone can be known here. */
    private static boolean mayHold(String constraint, int score) {
        Matcher compared = SCORE.matcher(constraint);
        if (compared.matches()) {
            int number = Integer.parseInt(compared.group(2));
            return switch (compared.group(1)) {
                case "==" -> score == number;
                case "<" -> score < number;
                case "<=" -> score <= number;
                case ">" -> score > number;
                default -> score >= number;
            };
        }
        return switch (constraint) {
            case "medium" -> Band.of(score) == Band.MEDIUM;
            case "high" -> Band.of(score) == Band.HIGH;
            case "!medium" -> Band.of(score) != Band.MEDIUM;
            case "!high" -> Band.of(score) != Band.HIGH;
            default -> true;
        };
    }
}
