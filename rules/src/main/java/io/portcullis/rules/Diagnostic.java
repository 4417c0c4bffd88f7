package io.portcullis.rules;

/**
 * What is wrong with a rule, and where.
 *
 * @param file as the analyst named it
 * @param line from 1
 * @param column from 1
 */
public record Diagnostic(String file, int line, int column, Severity severity, String message) {

    /** Whether the rules may run in spite of it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What keeps the rules from running. */
    public Diagnostic(String file, int line, int column, String message) {
        this(file, line, column, Severity.ERROR, message);
    }

    /** What should be mended, though the rules may run. */
    public static Diagnostic warning(String file, int line, int column, String message) {
        return new Diagnostic(file, line, column, Severity.WARNING, message);
    }

    /** The same at another place. */
    public Diagnostic at(String file, int line, int column) {
        return new Diagnostic(file, line, column, severity, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * {@code file:line:column: error: message}, as editors and continuous integration read it. It is one line, and
     * nothing that a file holds can move the terminal's cursor.
     */
    @Override
    public String toString() {
        String all = file + ":" + line + ":" + column + ": " + (isError() ? "error: " : "warning: ") + message;
        return all.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
