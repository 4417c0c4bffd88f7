package io.portcullis.rules.language;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Vets the regular expressions of rules: attackers choose the texts that they are matched with, so neither the time nor
 * the stack that a match takes may run away.
 */
final class RegularExpression {

    private static final int MOST_REPEATS = 3;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_OPTIONS = 5;

    private static final Pattern EXACT_REPEAT = Pattern.compile("\\{\\d{1,3}}");

    private final String regex;
    private int repeats;
    private int groups;
    private int options;

    private RegularExpression(String regex) {
        this.regex = regex;
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
        int i = 0;
        boolean behindGroup = false;
        while (i < regex.length()) {
            char c = regex.charAt(i);
            if (c == '\\' && (Character.isDigit(regex.charAt(i + 1)) || "kQE".indexOf(regex.charAt(i + 1)) >= 0)) {
                return "it refers back, or quotes";
            } else if (c == '(' && regex.charAt(i + 1) == '?' && !regex.startsWith("(?:", i)) {
                return "it looks around, sets a flag, or names a group";
            } else if ((c == '*' || c == '+' || c == '{') && behindGroup) {
                return "it repeats a group";
            }
            int end = endOfElement(i);
            if (c == '[' && regex.substring(i + 1, end - 1).matches(".*(?<!\\\\)\\[.*|.*&&.*")) {
                return "it has a character class within another";
            }
            count(c, regex.substring(i, end));
            behindGroup = c == ')';
            i = end;
        }
        return repeats > MOST_REPEATS || groups > MOST_GROUPS || options > MOST_OPTIONS
                ? "it has more than " + MOST_REPEATS + " repeats, " + MOST_GROUPS + " groups or " + MOST_OPTIONS
                        + " optional parts"
                : "";
    }

    private void count(char first, String element) {
        if (first == '*'
                || first == '+'
                || first == '{' && !EXACT_REPEAT.matcher(element).matches()) {
            repeats++;
        } else if (first == '(') {
            groups++;
        } else if (first == '?') {
            options++;
        }
    }

    /** Behind an escape, a character class, a quantifier with its mode, or one character. */
    private int endOfElement(int start) {
        char c = regex.charAt(start);
        if (c == '\\') {
            return start + 2;
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
