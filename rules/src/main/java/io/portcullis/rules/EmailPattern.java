package io.portcullis.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What mail addresses have in common that are made by counting: numbers become {@code #}, and the tag behind a plus
 * sign, which ends up in the same mailbox, is left out.
 */
final class EmailPattern {

    private EmailPattern() {}

    static @Nullable String of(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        if (email == null || at < 0) {
            return null;
        }
        int tag = email.indexOf('+');
        String mailbox = email.substring(0, tag >= 0 && tag < at ? tag : at);
        return (digitsAsOne(mailbox) + email.substring(at)).toLowerCase(Locale.ROOT);
    }

    private static String digitsAsOne(String mailbox) {
        StringBuilder pattern = new StringBuilder(mailbox.length());
        boolean number = false;
        for (int i = 0; i < mailbox.length(); i++) {
            char c = mailbox.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit) {
                pattern.append(c);
            } else if (!number) {
                pattern.append('#');
            }
            number = digit;
        }
        return pattern.toString();
    }
}
