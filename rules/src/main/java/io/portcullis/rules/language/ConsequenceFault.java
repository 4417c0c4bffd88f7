package io.portcullis.rules.language;

import java.util.List;
import java.util.Map;

/** Finds out what is wrong behind a {@code then} that was refused, word by word. */
final class ConsequenceFault {

    private static final String ONE_CALL =
            "behind \"then\" stands one call: risk.raise(); or risk.mark(\"name\"); or tally.count(\"name\"); or, of a"
                    + " policy rule, risk.allow(); risk.monitor(); risk.throttle(seconds); risk.challenge();"
                    + " risk.review();";

    /** What stands in the parentheses of each call. */
    private static final Map<String, String> CALLS = Map.of(
            "risk.raise", "",
            "risk.mark", "\"name\"",
            "tally.count", "\"name\"",
            "risk.allow", "",
            "risk.monitor", "",
            "risk.challenge", "",
            "risk.review", "",
            "risk.throttle", "60");

    private ConsequenceFault() {}

    /** @param then where the {@code then} stands */
    static Refusal find(Source source, int then) {
        Refusal general = new Refusal(then, ONE_CALL);
        if (!source.text().startsWith("then", then)) {
            return general;
        }
        try {
            read(new Words(source.text(), then + "then".length()));
            return general;
        } catch (Refusal e) {
            return e.getMessage() == null ? general : e;
        }
    }

    /** Reads one call up to the {@code end} of its rule, and throws what is wrong; without a message, all is. */
    static void read(Words words) {
        String call = name(words);
        words.expectBehind("(");
        argument(words, call);
        words.expectBehind(")");
        words.expectBehind(";");
        if (!words.peek().is("end")) {
            throw new Refusal(words.peek().at(), "one call ends a rule: write another rule for what comes here");
        }
    }

    private static String name(Words words) {
        Word receiver = words.take();
        boolean called = words.peek().is("(");
        if (receiver.type() != Word.Type.NAME || receiver.is("end") || !called && !words.skip(".")) {
            throw new Refusal(receiver.at(), null);
        }
        Word action = called ? receiver : words.take();
        String call = called ? receiver.text() : receiver + "." + action;
        if (CALLS.containsKey(call)) {
            return call;
        }
        String meant = List.of("risk", "tally").stream()
                .map(known -> known + "." + action)
                .filter(CALLS::containsKey)
                .findFirst()
                .map(known -> "; did you mean \"" + known + "\"?")
                .orElseGet(() -> Hint.of(call, CALLS.keySet()));
        String way = action.is("block") ? "; a score of 85 and more blocks, so raise a signal: risk.raise();" : meant;
        throw new Refusal(receiver.at(), "there is no \"" + call + "\"" + (way.isEmpty() ? "; " + ONE_CALL : way));
    }

    private static void argument(Words words, String call) {
        String form = String.valueOf(CALLS.get(call));
        Word argument = words.peek();
        if (argument.is(";") || argument.is("end") || argument.is(")") && form.isEmpty()) {
            return;
        }
        boolean fits =
                switch (form) {
                    case "" -> false;
                    case "60" ->
                        argument.type() == Word.Type.NUMBER
                                && argument.text().matches("0*[1-9]\\d{0,4}")
                                && Integer.parseInt(argument.text()) <= ConsequenceReader.LONGEST_THROTTLE;
                    default ->
                        argument.type() == Word.Type.TEXT && !argument.text().contains("\\");
                };
        if (!fits) {
            throw new Refusal(
                    argument.at(),
                    form.equals("60")
                            ? "a throttle is of 1 to 86400 seconds: risk.throttle(60);"
                            : "this call is written " + call + "(" + form + ");");
        }
        words.take();
    }
}
