package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import org.jspecify.annotations.Nullable;

/** Who called: the fields of an access log's line before its time. */
record ClientFields(@Nullable String address, @Nullable String user) {

    /**
     * @param fields {@code [vhost:port] host ident user}, of which the host may be a forwarded list, and the user's name
     *     may hold spaces
     */
    static ClientFields of(String fields) throws InvalidActivity {
        String text = fields.strip();
        int end = endOfHost(text, 0);
        int next = skipSpaces(text, end);
        if (text.startsWith("- ", next)) {
            // By far the most: no virtual host, no ident.
            return new ClientFields(ClientAddress.of(text.substring(0, end)), user(text, end));
        }
        SyslogPrefix.refuse(text);
        int nextEnd = endOfHost(text, next);
        String client = ClientAddress.find(text.substring(next, nextEnd));
        // Behind the client come ident and user: a line that has just one of them names no virtual host before.
        if (client != null && skipSpaces(text, endOfWord(text, skipSpaces(text, nextEnd))) < text.length()) {
            return new ClientFields(client, user(text, nextEnd));
        }
        return new ClientFields(ClientAddress.of(text.substring(0, end)), user(text, end));
    }

    private static @Nullable String user(String text, int endOfHost) {
        int ident = skipSpaces(text, endOfHost);
        String name = text.substring(skipSpaces(text, endOfWord(text, ident)));
        return name.isEmpty() || name.equals("-") || name.equals("\"\"") ? null : name;
    }

    /** A host is a word, or words with a comma between them. */
    private static int endOfHost(String text, int start) {
        int end = endOfWord(text, start);
        while (true) {
            int next = skipSpaces(text, end);
            boolean listed = end > start && text.charAt(end - 1) == ',' || text.startsWith(",", next);
            if (!listed || next == text.length()) {
                return end;
            }
            end = endOfWord(text, next);
        }
    }

    private static int endOfWord(String text, int start) {
        int end = text.indexOf(' ', start);
        return end < 0 ? text.length() : end;
    }

    private static int skipSpaces(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
