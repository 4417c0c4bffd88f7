package io.portcullis.domain.activity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that an address reaches, however it is spelt: in lower case, without the tag behind a plus, and at Gmail
 * without dots, where {@code googlemail.com} is {@code gmail.com}.
 */
public final class Mailbox {

    private static final String GMAIL = "gmail.com";

    private Mailbox() {}

    /** The canonical address; null where the text is no address. */
    public static @Nullable String of(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address == null || at <= 0) {
            return null;
        }
        String domain = canonicalDomain(address.substring(at + 1).strip().toLowerCase(Locale.ROOT));
        String name = address.substring(0, at).strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || domain.isEmpty()) {
            return null;
        }
        int tag = name.indexOf('+');
        name = tag > 0 ? name.substring(0, tag) : name;
        return (GMAIL.equals(domain) ? withoutDots(name) : name) + "@" + domain;
    }

    /** Of a canonical address. */
    public static String domain(String mailbox) {
        return mailbox.substring(mailbox.lastIndexOf('@') + 1);
    }

    /** The root's dot may stand behind a domain, and Gmail has two. */
    private static String canonicalDomain(String written) {
        String domain = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return domain.equals("googlemail.com") ? GMAIL : domain;
    }

    private static String withoutDots(String name) {
        String without = name.replace(".", "");
        return without.isEmpty() ? name : without;
    }
}
