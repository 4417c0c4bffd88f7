package io.portcullis.domain.activity;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that an address reaches, however it is spelt: in lower case, without the tag behind a plus, and at Gmail
 * without dots, where {@code googlemail.com} is {@code gmail.com}.
 */
public final class Mailbox {

    private static final String GMAIL = "gmail.com";

    /** Characters of format, such as the soft hyphen and the zero-width space. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private Mailbox() {}

    /** The canonical address; null where the text is no address. */
    public static @Nullable String of(@Nullable String written) {
        String address = written == null ? "" : visible(written);
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            return null;
        }
        String domain = canonicalDomain(address.substring(at + 1).strip().toLowerCase(Locale.ROOT));
        String name = unquoted(address.substring(0, at).strip().toLowerCase(Locale.ROOT));
        if (name.isEmpty() || domain.isEmpty()) {
            return null;
        }
        int tag = name.indexOf('+');
        name = tag > 0 ? name.substring(0, tag) : name;
        return (GMAIL.equals(domain) ? withoutDots(name) : name) + "@" + domain;
    }

    /** In the usual forms of letters, without those that nobody sees. */
    private static String visible(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) > '~') {
                return INVISIBLE
                        .matcher(Normalizer.normalize(written, Form.NFKC))
                        .replaceAll("");
            }
        }
        return written;
    }

    /** {@code "ann"@example.com} is {@code ann@example.com}. */
    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.indexOf('@') < 0 && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
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
