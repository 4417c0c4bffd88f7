package io.portcullis.rules.language;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text whose closing quote is missing: Drools' parser complains of what comes long after it. */
final class OpenText {

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("//[^\n]*|/[*](?s:.*?)[*]/|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+(?<closed>\"?)");

    private OpenText() {}

    /** Where the first one begins that does not end in its line. */
    static OptionalInt find(String rules) {
        Matcher found = COMMENT_OR_TEXT.matcher(rules);
        while (found.find()) {
            if (rules.charAt(found.start()) == '"' && found.group("closed").isEmpty()) {
                return OptionalInt.of(found.start());
            }
        }
        return OptionalInt.empty();
    }
}
