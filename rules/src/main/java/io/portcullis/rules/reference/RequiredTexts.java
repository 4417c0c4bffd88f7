package io.portcullis.rules.reference;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a regular expression for texts of which whatever it matches contains at least one, in lower case, so that most
 * expressions need not be tried. It understands what it has to, and takes the rest for something that may match anything.
 */
final class RequiredTexts {

    private final String regex;
    private int at;

    private RequiredTexts(String regex) {
        this.regex = regex;
    }

    /** Empty when there are none, so that the expression may match any text. */
    static Set<String> of(String regex) {
        RequiredTexts reader = new RequiredTexts(regex);
        Set<String> texts = reader.alternatives();
        return reader.at == regex.length() ? texts : Set.of();
    }

    private boolean isNext(char c) {
        return at < regex.length() && regex.charAt(at) == c;
    }

    private Set<String> alternatives() {
        Set<String> all = new HashSet<>(sequence());
        boolean free = all.isEmpty();
        while (isNext('|')) {
            at++;
            Set<String> texts = sequence();
            free |= texts.isEmpty();
            all.addAll(texts);
        }
        return free ? Set.of() : all;
    }

    /** What stands one behind the other: all of it is required, and the part that is hardest to meet is told. */
    private Set<String> sequence() {
        Set<String> best = Set.of();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && !isNext('|') && !isNext(')')) {
            int literal = literal();
            if (literal < 0) {
                best = harder(best, run(run));
                Set<String> group = isNext('(') ? group() : Set.of();
                skipOther();
                best = isRequired() ? harder(best, group) : best;
                skipQuantifier();
            } else {
                if (isRequired()) {
                    run.append((char) literal);
                }
                if (isQuantified()) {
                    best = harder(best, run(run));
                    skipQuantifier();
                }
            }
        }
        return harder(best, run(run));
    }

    private static Set<String> run(StringBuilder run) {
        Set<String> text = run.isEmpty() ? Set.of() : Set.of(run.toString().toLowerCase(Locale.ROOT));
        run.setLength(0);
        return text;
    }

    private static Set<String> harder(Set<String> one, Set<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    /** The character that stands for itself; -1 where something else stands. */
    private int literal() {
        char c = regex.charAt(at);
        if (c == '\\' && at + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(at + 1))) {
            at += 2;
            return regex.charAt(at - 1);
        }
        if (c == '[' && isLetterOfEitherCase()) {
            at += 4;
            return regex.charAt(at - 3);
        }
        if ("\\([.^$".indexOf(c) >= 0) {
            return -1;
        }
        at++;
        return c;
    }

    /** As in {@code [Bb]ot}. */
    private boolean isLetterOfEitherCase() {
        return regex.startsWith("]", at + 3)
                && Character.isLetter(regex.charAt(at + 1))
                && Character.toLowerCase(regex.charAt(at + 1)) == Character.toLowerCase(regex.charAt(at + 2));
    }

    /** A group that does not match what it holds, such as a look ahead, requires nothing. */
    private Set<String> group() {
        at++;
        boolean plain = true;
        if (isNext('?')) {
            plain = regex.startsWith("?:", at);
            at += 2;
        }
        Set<String> texts = alternatives();
        return plain ? texts : Set.of();
    }

    /** A class of characters, an escape, a dot, an anchor, or the end of a group. */
    private void skipOther() {
        if (at >= regex.length()) {
            return;
        }
        if (isNext('[')) {
            at += regex.startsWith("[^", at) ? 3 : 2;
            while (at < regex.length() && !isNext(']')) {
                at += isNext('\\') ? 2 : 1;
            }
            at++;
        } else {
            at += isNext('\\') ? 2 : 1;
        }
        at = Math.min(at, regex.length());
    }

    private boolean isQuantified() {
        return at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0;
    }

    private boolean isRequired() {
        return !isNext('?') && !isNext('*') && !regex.startsWith("{0", at) && !regex.startsWith("{,", at);
    }

    private void skipQuantifier() {
        while (isQuantified()) {
            at = isNext('{') ? Math.max(at, regex.indexOf('}', at)) + 1 : at + 1;
        }
    }
}
