package io.portcullis.rules;

/**
 * What is wrong with a rule, and where.
 *
 * @param file as the analyst named it
 * @param line from 1
 * @param column from 1
 */
public record Diagnostic(String file, int line, int column, String message) {

    /** {@code file:line:column: error: message}, as editors and continuous integration read it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": error: " + message;
    }
}
