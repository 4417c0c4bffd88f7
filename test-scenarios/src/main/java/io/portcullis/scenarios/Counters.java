package io.portcullis.scenarios;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The counters of repetitions, as texts use them: {@code {n}} counts the innermost repetition from 1, {@code {group}}
 * the one around it; {@code {n%3}} runs 1 2 3 1 2 3, {@code {n/3}} runs 1 1 1 2 2 2.
 */
record Counters(int n, int group) {

    static final Counters FIRST = new Counters(1, 1);

    private static final Pattern USE = Pattern.compile("\\{(n|group)(?:([%/])([1-9]\\d{0,5}))?}");

    Counters repeat(int n) {
        return new Counters(n, this.n);
    }

    String fillIn(String text) {
        return text.indexOf('{') < 0 ? text : USE.matcher(text).replaceAll(use -> Integer.toString(value(use)));
    }

    /** Whether nothing in braces would stay: {@code {m}} is a slip. */
    static boolean understands(String text) {
        return USE.matcher(text).replaceAll("").indexOf('{') < 0;
    }

    private int value(MatchResult use) {
        int counter = use.group(1).equals("n") ? n : group;
        if (use.group(2) == null) {
            return counter;
        }
        int by = Integer.parseInt(use.group(3));
        return use.group(2).equals("%") ? (counter - 1) % by + 1 : (counter - 1) / by + 1;
    }
}
