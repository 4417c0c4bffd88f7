package io.portcullis.history;

/**
 * A line that tells no activity.
 *
 * @param line from 1
 * @param field the field at fault; empty when it is the line as a whole
 */
public record MalformedLine(String file, long line, String field, String reason) {

    /** {@code file:line: field: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + reason;
    }
}
