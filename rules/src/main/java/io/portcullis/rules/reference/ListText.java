package io.portcullis.rules.reference;

import io.portcullis.rules.Bounds;
import io.portcullis.rules.Diagnostic;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a list: an entry a line. A comment begins with {@code #}, {@code ;} or {@code //}, at the start of a line
 * or behind a blank, as the lists that others publish have it.
 */
final class ListText {

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

    private ListText() {}

    /**
     * Reads one entry after the other: lists may have millions.
     *
     * @param words whether the entries are addresses or domains, which a comment may follow without a blank
     */
    static void read(String file, String text, boolean words, Consumer<Entry> entries, Consumer<Diagnostic> report) {
        Matcher form = (words ? LINE_OF_WORDS : LINE).matcher("");
        int number = 0;
        int count = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            number++;
            if (form.reset(lines.next()).matches()) {
                Entry entry = new Entry(form.group(1), file, number, form.start(1) + 1);
                if (++count > Bounds.LIST_ENTRIES) {
                    entry.error(report, "the list has more than %d entries, the limit".formatted(Bounds.LIST_ENTRIES));
                    return;
                }
                entries.accept(entry);
            }
        }
    }
}
