package io.portcullis.history;

import org.jspecify.annotations.Nullable;

/** Who called: the fields of an access log's line before its time. */
record ClientFields(@Nullable String host, @Nullable String user) {

    /** @param fields {@code [vhost:port] host ident user}, of which the user's name may hold spaces */
    static ClientFields of(String fields) {
        String[] words = fields.strip().split(" +", -1);
        int host = words.length > 3 && isAddress(words[1]) ? 1 : 0;
        StringBuilder user = new StringBuilder();
        for (int i = host + 2; i < words.length; i++) {
            user.append(user.isEmpty() ? "" : " ").append(words[i]);
        }
        return new ClientFields(present(words[host]), present(user.toString()));
    }

    private static @Nullable String present(String field) {
        return field.isEmpty() || field.equals("-") || field.equals("\"\"") ? null : field;
    }

    /** Behind a virtual host's name comes the client's address, and not the {@code -} of ident. */
    private static boolean isAddress(String word) {
        boolean separated = false;
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            separated |= character == '.' || character == ':';
            if (Character.digit(character, 16) < 0 && character != '.' && character != ':') {
                return false;
            }
        }
        return separated;
    }
}
