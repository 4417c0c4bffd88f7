package io.portcullis.rules.language;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads a rule word by word, without comments. A rule needs few of the characters that Java has; whatever else stands
 * there is refused, above all a backslash that is not doubled, because Java's compiler reads a quote out of one.
 */
final class Words {

    private static final int LONGEST_TEXT = 500;

    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final Set<String> AFTER_PATTERNS = Set.of("then", "end", "and", "or", "exists");
    private static final String SHORT_SIGNS = "+-*/%<>!().,;";

    private final String source;
    private int position;
    private Word next;
    /** Where the word before ends. */
    private int behind;

    Words(String source, int start) {
        this.source = source;
        this.position = start;
        this.behind = start;
        this.next = read();
    }

    Word peek() {
        return next;
    }

    Word take() {
        Word taken = next;
        behind = position;
        next = read();
        return taken;
    }

    boolean skip(String sign) {
        if (!next.is(sign)) {
            return false;
        }
        take();
        return true;
    }

    Word expect(String sign) {
        if (!next.is(sign)) {
            throw new Refusal(next.at(), "here should stand " + sign + " instead of " + next);
        }
        return take();
    }

    /** Whether what comes stands in no pattern. */
    boolean isEndOfPatterns() {
        return AFTER_PATTERNS.contains(next.text()) && next.is(next.text()) || next.type() == Word.Type.END;
    }

    /** As {@link #expect}; what is missing is missed behind the word before, which may stand lines above. */
    Word expectBehind(String sign) {
        if (!next.is(sign)) {
            throw new Refusal(behind, "here " + sign + " is missing, before " + next);
        }
        return take();
    }

    private Word read() {
        skipBlanks();
        int start = position;
        if (start == source.length()) {
            return new Word(Word.Type.END, "", start);
        }
        char first = source.charAt(start);
        if (isLetter(first)) {
            return upTo(Word.Type.NAME, start, endOf(start, c -> isLetter(c) || isDigit(c)));
        } else if (isDigit(first)) {
            return upTo(Word.Type.NUMBER, start, endOfNumber(start));
        } else if (first == '"' || first == '\'') {
            return text(first);
        }
        for (String sign : LONG_SIGNS) {
            if (source.startsWith(sign, start)) {
                return upTo(Word.Type.SIGN, start, start + sign.length());
            }
        }
        if (SHORT_SIGNS.indexOf(first) >= 0) {
            return upTo(Word.Type.SIGN, start, start + 1);
        }
        throw new Refusal(
                start,
                "\"" + source.substring(start, source.offsetByCodePoints(start, 1)) + "\" may not stand in a rule");
    }

    private Word upTo(Word.Type type, int start, int end) {
        position = end;
        return new Word(type, source.substring(start, end), start);
    }

    private void skipBlanks() {
        while (position < source.length()) {
            if (Character.isWhitespace(source.charAt(position))) {
                position++;
            } else if (source.startsWith("//", position)) {
                position = endOf(position, c -> c != '\n');
            } else if (source.startsWith("/*", position)) {
                int end = source.indexOf("*/", position + 2);
                if (end < 0) {
                    throw new Refusal(position, "this comment does not end");
                }
                position = end + 2;
            } else {
                return;
            }
        }
    }

    private Word text(char quote) {
        int start = position;
        int end = start + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            char c = source.charAt(end);
            boolean doubled = c == '\\' && source.startsWith("\\\\", end);
            if (c == '"' || Character.isISOControl(c) || c == '\\' && !doubled) {
                throw new Refusal(
                        end, "a text has no quotes, line breaks or single backslashes: \"\\\\d\" is a regex's digit");
            }
            end += doubled ? 2 : 1;
        }
        if (end == source.length()) {
            throw new Refusal(start, "this text does not end");
        }
        if (end - start - 1 > LONGEST_TEXT) {
            throw new Refusal(start, "a text in a rule has at most " + LONGEST_TEXT + " characters");
        }
        position = end + 1;
        return new Word(Word.Type.TEXT, source.substring(start + 1, end), start);
    }

    private int endOfNumber(int start) {
        int end = endOf(start, Words::isDigit);
        if (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1))) {
            end = endOf(end + 1, Words::isDigit);
        }
        if (end < source.length() && isLetter(source.charAt(end)) || end - start > 15) {
            boolean window = source.substring(start).matches("(?s)\\d+[smhd]\\b.*");
            throw new Refusal(
                    start,
                    window
                            ? "a window stands in quotes, such as \"10m\""
                            : "a number is written 20 or 0.5, with at most 15 digits");
        }
        return end;
    }

    private int endOf(int start, IntPredicate belongs) {
        int end = start;
        while (end < source.length() && belongs.test(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
