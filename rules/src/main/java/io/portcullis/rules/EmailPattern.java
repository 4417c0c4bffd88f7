package io.portcullis.rules;

import io.portcullis.domain.activity.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * What mail addresses have in common that are made by counting: numbers become {@code #}, and whatever ends
 * up in the same mailbox is one.
 */
final class EmailPattern {

    private EmailPattern() {}

    static @Nullable String of(@Nullable String email) {
        String mailbox = Mailbox.of(email);
        if (mailbox == null) {
            return null;
        }
        int at = mailbox.lastIndexOf('@');
        return digitsAsOne(mailbox.substring(0, at)) + mailbox.substring(at);
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
