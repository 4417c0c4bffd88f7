package io.portcullis.rules.language;

import io.portcullis.domain.decision.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of a rule behind {@code then}. Whatever is not exactly one known call is refused. */
final class ConsequenceReader {

    private static final Pattern COUNT = Pattern.compile("tally\\.count\\(\"([^\"\\\\]*)\"\\);");
    private static final Pattern MARK = Pattern.compile("risk\\.mark\\(\"([^\"\\\\]{1,80})\"\\);");
    private static final Pattern CHOOSE =
            Pattern.compile("risk\\.(?:(allow|monitor|challenge|review)\\(\\)|throttle\\((\\d{1,6})\\));");

    static final int LONGEST_THROTTLE = 86_400;

    private ConsequenceReader() {}

    static Optional<Consequence> read(String text) {
        String call = withoutBlanks(text);
        Matcher count = COUNT.matcher(call);
        Matcher mark = MARK.matcher(call);
        Matcher choose = CHOOSE.matcher(call);
        if (call.equals("risk.raise();")) {
            return Optional.of(new Consequence.Raise());
        } else if (count.matches()) {
            return Optional.of(new Consequence.Count(count.group(1)));
        } else if (mark.matches()) {
            return Optional.of(new Consequence.Mark(mark.group(1)));
        } else if (choose.matches()) {
            return choose.group(2) == null
                    ? Optional.of(new Consequence.Choose(
                            Action.valueOf(choose.group(1).toUpperCase(Locale.ROOT)), 0))
                    : throttle(Integer.parseInt(choose.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<Consequence> throttle(int seconds) {
        return seconds >= 1 && seconds <= LONGEST_THROTTLE
                ? Optional.of(new Consequence.Choose(Action.THROTTLE, seconds))
                : Optional.empty();
    }

    private static String withoutBlanks(String text) {
        StringBuilder call = new StringBuilder();
        try {
            Words words = new Words(text, 0);
            while (words.peek().type() != Word.Type.END) {
                call.append(words.take());
            }
            return call.toString();
        } catch (Refusal e) {
            return "";
        }
    }
}
