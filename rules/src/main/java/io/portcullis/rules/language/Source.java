package io.portcullis.rules.language;

/**
 * A file of rules.
 *
 * @param file relative to the folder of rules, with slashes: {@code login/credential-stuffing.drl}
 */
public record Source(String file, String text) {

    /** The folder that the file lives in; empty at the top. */
    String family() {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /** The line of a character, from 1. */
    int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The column of a character, from 1. */
    int column(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
