package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A character that a word processor or a web page puts in the place of another one: quotation marks, blanks and dashes
 * that look as they should, and that no parser knows.
 */
record Typesetting(int at, String message) {

    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('\u201C', "\""),
            Map.entry('\u201D', "\""),
            Map.entry('\u201E', "\""),
            Map.entry('\u201F', "\""),
            Map.entry('\u00AB', "\""),
            Map.entry('\u00BB', "\""),
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201A', "'"),
            Map.entry('\u201B', "'"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u2212', "-"),
            Map.entry('\u2264', "<="),
            Map.entry('\u2265', ">="),
            Map.entry('\u2260', "!="),
            Map.entry('\u00A0', " "),
            Map.entry('\u2007', " "),
            Map.entry('\u2009', " "),
            Map.entry('\u202F', " "),
            Map.entry('\u200B', ""),
            Map.entry('\uFEFF', ""));

    private static final Pattern COMMENT_TEXT_OR_CHARACTER =
            Pattern.compile(Unclosed.COMMENT_OR_TEXT + "|(?<character>[^\\x00-\\x7F])");

    /** All that stand outside of comments and texts. */
    static List<Typesetting> find(String rules) {
        List<Typesetting> all = new ArrayList<>();
        Matcher found = COMMENT_TEXT_OR_CHARACTER.matcher(rules);
        while (found.find()) {
            String character = found.group("character");
            String meant = character == null ? null : MEANT.get(character.charAt(0));
            if (meant != null) {
                all.add(new Typesetting(found.start(), message(character.charAt(0), meant)));
            }
        }
        return all;
    }

    private static String message(char character, String meant) {
        String code = "U+%04X".formatted((int) character);
        return switch (meant) {
            case "" -> "here is a character that cannot be seen, " + code + ": delete it";
            case " " -> "this blank is none that rules know, " + code + ": type an ordinary one";
            default -> "\"" + character + "\" comes from a word processor: write " + meant;
        };
    }
}
