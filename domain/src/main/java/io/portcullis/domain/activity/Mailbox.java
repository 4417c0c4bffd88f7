package io.portcullis.domain.activity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that an address reaches, however it is spelt: in lower case, without the tag behind a plus, and at Gmail
 * without dots, where {@code googlemail.com} is {@code gmail.com}.
 */
public final class Mailbox {

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private Mailbox() {}

    /** The canonical address; null where the text is no address. */
    public static @Nullable String of(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address == null || at <= 0) {
            return null;
        }
        String domain = address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        String name = address.substring(0, at).strip().toLowerCase(Locale.ROOT);
        int tag = name.indexOf('+');
        name = tag > 0 ? name.substring(0, tag) : name;
        if (GMAIL.contains(domain)) {
            return name.replace(".", "") + "@gmail.com";
        }
        return name + "@" + domain;
    }
}
