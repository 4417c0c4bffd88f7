package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a list: an entry a line; a comment begins with # at the start of a line or behind a blank. */
record ListText(List<Entry> entries) {

    private static final Pattern LINE = Pattern.compile("^\\s*(?!#)(\\S.*?)(\\s+#.*)?\\s*$");

    /** An entry with its place. */
    record Entry(String text, String file, int line, int column) {

        void error(Consumer<Diagnostic> report, String message) {
            report.accept(new Diagnostic(file, line, column, message));
        }
    }

    static ListText of(String file, String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                entries.add(new Entry(entry.group(1), file, number, entry.start(1) + 1));
            }
        }
        return new ListText(entries);
    }
}
