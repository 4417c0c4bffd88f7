package io.portcullis.domain.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an activity what must not be stored: numbers of cards are masked, credentials removed, and attributes
 * dropped whose name says that they hold a secret. The same input always gives the same result, and a result is its own
 * redaction.
 */
final class Redaction {

    private static final Set<String> SECRET_NAMES = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "cvv",
            "cvv2",
            "cvc",
            "cvc2",
            "secret",
            "clientsecret",
            "pin",
            "authorization",
            "proxyauthorization",
            "privatekey");

    private Redaction() {}

    static String text(String text) {
        return Credentials.remove(CardNumbers.mask(text));
    }

    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> redacted = new ArrayList<>(list.size());
            list.forEach(item -> redacted.add(value(item)));
            return redacted;
        }
        if (value instanceof Map<?, ?> map) {
            return attributes(map);
        }
        if (value instanceof App app) {
            return new App(
                    app.platform(),
                    app.version() == null ? null : text(app.version()),
                    app.emulator(),
                    app.rooted(),
                    app.attested(),
                    app.official());
        }
        if (value instanceof Network network) {
            return new Network(
                    network.country() == null ? null : text(network.country()),
                    network.asn() == null ? null : text(network.asn()),
                    network.kind());
        }
        return value;
    }

    static Map<String, Object> attributes(Map<?, ?> attributes) {
        Map<String, Object> redacted = new TreeMap<>();
        attributes.forEach((key, value) -> {
            String name = (String) key;
            if (!isSecret(name)) {
                redacted.put(text(name), value(value));
            }
        });
        return redacted;
    }

    private static Object number(BigDecimal number) {
        if (number.precision() - number.scale() < 13 || number.precision() - number.scale() > 19) {
            return number;
        }
        String text = number.toPlainString();
        String masked = CardNumbers.mask(text);
        return masked.equals(text) ? number : masked;
    }

    /** Of a field within another the name behind the last dot counts, and its letters and digits only. */
    private static boolean isSecret(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = name.lastIndexOf('.') + 1; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return SECRET_NAMES.contains(letters.toString().toLowerCase(Locale.ROOT));
    }
}
