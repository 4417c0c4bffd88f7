package io.portcullis.rules.language;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a folder of rules, so that an analyst mends it in one go. Safe for several threads. */
public final class Diagnostics {

    private final List<Diagnostic> found = Collections.synchronizedList(new ArrayList<>());

    /** @param offset of the character at fault */
    public void add(Source source, int offset, String message) {
        int at = Math.max(0, Math.min(offset, source.text().length()));
        found.add(new Diagnostic(source.file(), source.line(at), source.column(at), message));
    }

    /** What may run, but should not stay so. */
    public void warn(Source source, int offset, String message) {
        int at = Math.max(0, Math.min(offset, source.text().length()));
        found.add(Diagnostic.warning(source.file(), source.line(at), source.column(at), message));
    }

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    /** Whether nothing keeps the rules from running. */
    public boolean isEmpty() {
        return errors() == 0;
    }

    int errors() {
        return (int) List.copyOf(found).stream().filter(Diagnostic::isError).count();
    }

    /** Errors and warnings by file, line and column. */
    public List<Diagnostic> sorted() {
        return List.copyOf(found).stream()
                .distinct()
                .sorted(Comparator.comparing(Diagnostic::file)
                        .thenComparing(Diagnostic::line)
                        .thenComparing(Diagnostic::column))
                .toList();
    }
}
