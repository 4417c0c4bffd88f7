package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a list: an entry a line. A comment begins with {@code #}, {@code ;} or {@code //}, at the start of a line
 * or behind a blank, as the lists that others publish have it.
 */
record ListText(List<Entry> entries) {

    private static final String COMMENT = "(?:#|;|//)";

    private static final Pattern LINE =
            Pattern.compile("^\\s*(?!" + COMMENT + ")(\\S.*?)(\\s+" + COMMENT + ".*)?\\s*$");

    /** Of entries that have no blanks and none of a comment's signs in them, a comment follows at once. */
    private static final Pattern LINE_OF_WORDS =
            Pattern.compile("^\\s*(?!" + COMMENT + ")(\\S.*?)(\\s*" + COMMENT + ".*)?\\s*$");

    /** An entry with its place. */
    record Entry(String text, String file, int line, int column) {

        void error(Consumer<Diagnostic> report, String message) {
            report.accept(new Diagnostic(file, line, column, message));
        }
    }

    /** @param words whether the entries are addresses or domains, which a comment may follow without a blank */
    static ListText of(String file, String text, boolean words) {
        Pattern form = words ? LINE_OF_WORDS : LINE;
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher entry = form.matcher(line);
            if (entry.matches()) {
                entries.add(new Entry(entry.group(1), file, number, entry.start(1) + 1));
            }
        }
        return new ListText(entries);
    }
}
