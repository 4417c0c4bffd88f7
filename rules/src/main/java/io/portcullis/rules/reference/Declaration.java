package io.portcullis.rules.reference;

import io.portcullis.rules.vocabulary.ClientKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a program that is not listed says that it is a bot: it gives an address to turn to and calls itself a bot, a
 * crawler and the like; it gives the address as crawlers do, behind a plus sign or its name behind {@code compatible};
 * or its name, by its own account or the ua-parser project's, is a bot's.
 *
 * @param kind what it says that it is for
 * @param name what it calls itself; never empty
 * @param version major; 0 when it is not known
 * @param sure whether it has both the address and the word. Libraries give an address too: their own.
 */
record Declaration(ClientKind kind, String name, int version, boolean sure) {

    private static final String COMPATIBLE = "compatible;";
    private static final List<String> ANYBODYS = List.of("Mozilla", "MSIE", "Linux", "Windows", "X11", "Konqueror");
    private static final String NAMELESS = "other bot";

    /** Phones whose names end as those of bots do. */
    private static final String CUBOT = "cubot";

    /**
     * What the user agent declares; null where it declares nothing.
     *
     * @param lower the user agent in lower case
     * @param family as the ua-parser project calls it
     * @param words that bots call themselves by, with what they are for
     */
    static @Nullable Declaration of(String userAgent, String lower, String family, Map<String, ClientKind> words) {
        boolean plus = lower.contains("+http") || lower.contains("+www.");
        boolean contact = plus || lower.contains("http://") || lower.contains("https://") || hasMail(lower);
        int start = startOfName(userAgent);
        String name = ProgramName.at(userAgent, start);
        if (contact) {
            for (Map.Entry<String, ClientKind> word : words.entrySet()) {
                int at = endingWith(lower, word.getKey());
                if (at >= 0) {
                    int own = isAnybodys(name) && !isWithinAddress(lower, at)
                            ? ProgramName.startOfWord(userAgent, at)
                            : start;
                    return named(userAgent, own, family, word.getValue(), true);
                }
            }
        }
        ClientKind kind = kind(name, words);
        kind = kind == null ? kind(family, words) : kind;
        boolean asCrawlersDo = plus || contact && start > 0 && !isAnybodys(name);
        return kind == null && !asCrawlersDo
                ? null
                : named(userAgent, start, family, kind == null ? ClientKind.CRAWLER : kind, false);
    }

    /** Crawlers that borrow a browser's user agent say who they are behind this word. */
    private static int startOfName(String userAgent) {
        int compatible = userAgent.lastIndexOf(COMPATIBLE);
        return compatible < 0 ? 0 : compatible + COMPATIBLE.length();
    }

    private static @Nullable ClientKind kind(String name, Map<String, ClientKind> words) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, ClientKind> word : words.entrySet()) {
            if (endingWith(lower, word.getKey()) >= 0) {
                return word.getValue();
            }
        }
        return null;
    }

    private static Declaration named(String userAgent, int start, String family, ClientKind kind, boolean sure) {
        String name = ProgramName.at(userAgent, start);
        return isAnybodys(name)
                ? new Declaration(kind, family.isEmpty() ? NAMELESS : family, 0, sure)
                : new Declaration(kind, name, ProgramName.versionBehind(userAgent, start, name), sure);
    }

    /** What stands first, or in brackets, in every browser's user agent is nobody's name. */
    private static boolean isAnybodys(String name) {
        return name.isEmpty() || ANYBODYS.stream().anyMatch(name::startsWith);
    }

    private static boolean isWithinAddress(String userAgent, int at) {
        String before = userAgent.substring(userAgent.lastIndexOf(' ', at) + 1, at);
        return before.contains("://") || before.contains("@");
    }

    /** Where a word ends with it, in the plural too; -1 where none does. */
    private static int endingWith(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            end += text.startsWith("s", end) ? 1 : 0;
            boolean ends = end == text.length() || !Character.isLetter(text.charAt(end));
            if (ends && !text.startsWith(CUBOT, at - CUBOT.length() + word.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean hasMail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1))
                && text.indexOf('.', at) > 0;
    }
}
