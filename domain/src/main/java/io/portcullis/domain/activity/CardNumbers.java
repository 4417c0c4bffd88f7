package io.portcullis.domain.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Masks the numbers of payment cards in a text: the first six digits and the last four stay.
 *
 * <p>A number has 13 to 19 digits of any script, passes the Luhn check, and begins as a card network's numbers of that
 * length do. Without the last condition a tenth of all timestamps and order numbers would be masked. Digits may be
 * grouped by spaces, dashes and invisible characters. The digits behind a decimal point are no card's number.
 */
final class CardNumbers {

    private static final int FEWEST = 13;
    private static final int MOST = 19;

    private record Digit(int value, int start, int end, boolean first) {}

    private CardNumbers() {}

    /** The text itself if it has no such number. */
    static String mask(String text) {
        if (!mayHave(text)) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        List<Digit> run = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            int digit = Character.digit(c, 10);
            int separator = separator(text, i, c);
            if (digit >= 0 && separator == 0 && Character.isDigit(c)) {
                run.add(new Digit(digit, i, end, first));
                first = false;
            } else if (separator > 0) {
                first |= !isInvisible(c);
                end = i + separator;
            } else {
                copied = maskRun(text, run, masked, copied);
                run.clear();
                first = true;
            }
            i = end;
        }
        copied = maskRun(text, run, masked, copied);
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    /** The value of each digit, or null if there is anything but digits and what groups them. */
    static int @Nullable [] digits(String text) {
        int[] digits = new int[MOST];
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int separator = separator(text, i, c);
            if (separator > 0) {
                i += separator;
                continue;
            }
            if (!Character.isDigit(c) || count == MOST) {
                return null;
            }
            digits[count++] = Character.digit(c, 10);
            i += Character.charCount(c);
        }
        return Arrays.copyOf(digits, count);
    }

    static boolean passesLuhn(int[] digits, int from, int to) {
        int sum = 0;
        for (int i = to - 1; i >= from; i--) {
            int doubled = digits[i] * 2;
            sum += (to - i) % 2 == 1 ? digits[i] : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean mayHave(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half a surrogate pair may be a digit of another script.
            if (c >= '0' && c <= '9' || c > 127 && (Character.isDigit(c) || Character.isHighSurrogate(c))) {
                digits++;
            }
        }
        return digits >= FEWEST;
    }

    /** How many characters group digits here, 0 for none. */
    private static int separator(String text, int at, int c) {
        if (c == ' ' || c == '-' || c == '+' || c == '\t') {
            return 1;
        }
        if (c == '%') {
            return text.startsWith("%20", at) || text.regionMatches(true, at, "%2d", 0, 3) ? 3 : 0;
        }
        return c > 127
                        && (isInvisible(c)
                                || Character.getType(c) == Character.SPACE_SEPARATOR
                                || Character.getType(c) == Character.DASH_PUNCTUATION
                                || c == 0x2212)
                ? Character.charCount(c)
                : 0;
    }

    private static boolean isInvisible(int c) {
        return c > 127 && (Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F);
    }

    private static int maskRun(String text, List<Digit> run, StringBuilder masked, int copiedTo) {
        int copied = copiedTo;
        if (run.size() < FEWEST) {
            return copied;
        }
        int[] digits = run.stream().mapToInt(Digit::value).toArray();
        int from = 0;
        while (from + FEWEST <= digits.length) {
            int length =
                    run.get(from).first() && !isFraction(text, run.get(from).start())
                            ? lengthOfNumber(run, digits, from)
                            : 0;
            if (length > 0) {
                masked.append(text, copied, run.get(from).start());
                append(masked, digits, from, from + length);
                copied = run.get(from + length - 1).end();
            }
            from += Math.max(1, length);
        }
        return copied;
    }

    private static int lengthOfNumber(List<Digit> run, int[] digits, int from) {
        for (int length = Math.min(MOST, digits.length - from); length >= FEWEST; length--) {
            int to = from + length;
            boolean wholeGroup = to == digits.length || run.get(to).first();
            if (wholeGroup && CardNetwork.issues(digits, from, length) && passesLuhn(digits, from, to)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isFraction(String text, int at) {
        return at >= 2 && text.charAt(at - 1) == '.' && Character.isDigit(text.charAt(at - 2));
    }

    private static void append(StringBuilder masked, int[] digits, int from, int to) {
        for (int i = from; i < to; i++) {
            masked.append(i < from + 6 || i >= to - 4 ? (char) ('0' + digits[i]) : '*');
        }
    }
}
