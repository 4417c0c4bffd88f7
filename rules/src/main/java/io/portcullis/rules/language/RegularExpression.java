package io.portcullis.rules.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Vets the regular expressions of rules: attackers choose the texts that they are matched with, so neither the time nor
 * the stack that a match takes may run away. It reads an expression from left to right and counts the steps of the
 * worst text, by how many ways a matcher that goes back could come to each element.
 */
final class RegularExpression {

    /** The longest text that a rule sees. */
    private static final double TEXT = 1024;

    /** Two repeats that share the text, a word behind each: three to five milliseconds. */
    private static final double MOST_STEPS = 5 << 18;

    /** Characters in a row are compared at once, a class of them one by one. */
    private static final double FURTHER_CHARACTER = 1.0 / 16;

    /** A point in the text does not stop at the end of a line, or an attacker would hide behind one. */
    private static final String ANY_CHARACTER = "(?s)";

    private static final Pattern RANGE = Pattern.compile("\\{(\\d{1,9})(,?)(\\d{0,9})}.?");
    private static final String QUANTIFIERS = "?*+{";
    private static final String ESCAPES = "dDwWsSbBtnrfpPxu";
    private static final String REFERRING = "0123456789kQE";

    private final String regex;
    private final Deque<Group> open = new ArrayDeque<>();
    private double ways = 1;
    private double steps;
    /** How many repeats share the text among them on the way here. */
    private int repeats;

    /** What has been counted of a group up to its last alternative. */
    private static final class Group {
        private final double waysIn;
        private final int repeatsIn;
        private double waysOut;
        private int repeatsOut = Integer.MAX_VALUE;

        Group(double ways, int repeats) {
            this.waysIn = ways;
            this.repeatsIn = repeats;
        }
    }

    private RegularExpression(String regex) {
        this.regex = regex;
    }

    /** As Drools is to see it. */
    static String asJava(Word text) {
        return ANY_CHARACTER + text.text();
    }

    /** Whether it may stand in a rule; why not is reported. */
    static boolean isFine(Word text, ConditionReader.Report report) {
        String regex = text.text().replace("\\\\", "\\");
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            report.error(text.at(), "not a regular expression: " + e.getDescription());
            return false;
        }
        String danger = new RegularExpression(regex).danger();
        if (!danger.isEmpty()) {
            report.error(text.at(), "this regular expression could take very long: " + danger);
        }
        return danger.isEmpty();
    }

    private String danger() {
        boolean behindGroup = false;
        open.push(new Group(1, 0));
        for (int i = 0; i < regex.length(); ) {
            char c = regex.charAt(i);
            int end = endOfElement(i);
            if (c == '\\' && REFERRING.indexOf(regex.charAt(i + 1)) >= 0) {
                return "it refers back, or quotes";
            } else if (c == '\\' && isWord(regex.charAt(i + 1)) && ESCAPES.indexOf(regex.charAt(i + 1)) < 0) {
                return "it has an escape that is not among " + ESCAPES;
            } else if (c == '(' && regex.charAt(i + 1) == '?' && !regex.startsWith("(?:", i)) {
                return "it looks around, sets a flag, or names a group";
            } else if ((c == '*' || c == '+' || c == '{') && behindGroup) {
                return "it repeats a group";
            } else if (c == '{') {
                return "it has a repeat of a repeat";
            } else if (c == '['
                    && regex.substring(i + 1, end - 1).matches("(?s).*(?<!\\\\)\\[.*|.*&&.*|.*\\\\[QE].*")) {
                return "it has a character class within another, or quotes";
            }
            switch (c) {
                case '(' -> open.push(new Group(ways, repeats));
                case '|' -> alternative();
                case ')' -> close(end < regex.length() && regex.charAt(end) == '?');
                case '?' -> {
                    // That of a group, which has been counted with it.
                }
                default -> end = element(i, end);
            }
            behindGroup = c == ')';
            i = end;
        }
        return steps > MOST_STEPS ? "there are too many ways in which it could match" : "";
    }

    private void alternative() {
        Group group = open.element();
        group.waysOut += ways;
        group.repeatsOut = Math.min(group.repeatsOut, repeats);
        ways = group.waysIn;
        repeats = group.repeatsIn;
    }

    private void close(boolean optional) {
        Group group = open.pop();
        ways += group.waysOut + (optional ? group.waysIn : 0);
        repeats = Math.min(repeats, group.repeatsOut);
    }

    /** What is matched with one character, and the quantifier behind it: the end of both. */
    private int element(int start, int end) {
        if (end == regex.length() || QUANTIFIERS.indexOf(regex.charAt(end)) < 0) {
            boolean further = start > 0 && isPlain(start) && isPlain(start - 1);
            steps += ways * (further ? FURTHER_CHARACTER : 1);
            return end;
        }
        int behind = endOfElement(end);
        Matcher range = RANGE.matcher(regex.substring(end, behind));
        if (range.matches()) {
            int least = Integer.parseInt(range.group(1));
            double most = range.group(2).isEmpty()
                    ? least
                    : range.group(3).isEmpty() ? TEXT : Integer.parseInt(range.group(3));
            repeat(regex.substring(start, end), least, Math.min(TEXT, most), behind);
        } else {
            repeat(regex.substring(start, end), 0, regex.charAt(end) == '?' ? 1 : TEXT, behind);
        }
        return behind;
    }

    private void repeat(String element, int least, double most, int behind) {
        if (behind == regex.length() && element.equals(".") && least == 0 && most == TEXT) {
            // Takes the rest, whatever it is: nothing goes back behind it.
            return;
        }
        boolean whole = most == TEXT;
        double lengths = whole ? TEXT / (repeats + 1) : Math.max(most, 1);
        steps += ways * lengths;
        if (!endsWithItself(element, behind)) {
            ways *= whole ? lengths : Math.max(1, most - least + 1);
            repeats += whole ? 1 : 0;
        }
    }

    /** Whether what follows cannot be a part of the repeat, so that there is one length alone that it can have. */
    private boolean endsWithItself(String element, int behind) {
        if (behind == regex.length() || isPossessive(behind)) {
            return true;
        }
        boolean escaped = regex.charAt(behind) == '\\' && !isWord(regex.charAt(behind + 1));
        int next = escaped ? behind + 1 : behind;
        boolean repeated = next + 1 < regex.length() && QUANTIFIERS.indexOf(regex.charAt(next + 1)) >= 0;
        return (escaped || isPlain(behind))
                && !repeated
                && !Pattern.matches(ANY_CHARACTER + element, regex.substring(next, next + 1));
    }

    private boolean isPossessive(int behind) {
        return regex.charAt(behind - 1) == '+' && (QUANTIFIERS + "}").indexOf(regex.charAt(behind - 2)) >= 0;
    }

    private boolean isPlain(int at) {
        return "\\[](){}.?*+|^$".indexOf(regex.charAt(at)) < 0 && !Character.isSurrogate(regex.charAt(at));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Behind an escape, a character class, a quantifier with its mode, or one character. */
    private int endOfElement(int start) {
        char c = regex.charAt(start);
        if (c == '\\') {
            return endOfEscape(start);
        } else if (c == '[') {
            return endOfClass(start);
        } else if (regex.startsWith("(?:", start)) {
            return start + 3;
        }
        int end = c == '{' ? regex.indexOf('}', start) + 1 : start + 1;
        boolean quantifier = "*+?{".indexOf(c) >= 0;
        boolean hasMode = end < regex.length() && (regex.charAt(end) == '?' || regex.charAt(end) == '+');
        return quantifier && hasMode ? end + 1 : end;
    }

    private int endOfEscape(int start) {
        boolean named = regex.startsWith("{", start + 2);
        return switch (regex.charAt(start + 1)) {
            case 'p', 'P' -> named ? regex.indexOf('}', start) + 1 : start + 3;
            case 'x' -> named ? regex.indexOf('}', start) + 1 : start + 4;
            case 'u' -> start + 6;
            default -> start + 2;
        };
    }

    private int endOfClass(int start) {
        int end = start + 1;
        end += regex.charAt(end) == '^' ? 1 : 0;
        end += regex.charAt(end) == ']' ? 1 : 0;
        while (regex.charAt(end) != ']') {
            end += regex.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
