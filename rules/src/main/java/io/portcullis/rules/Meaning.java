package io.portcullis.rules;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What producers write in several ways, in one. Each answers null where there is nothing. */
final class Meaning {

    private static final int DIGITS_OF_AN_ISSUER = 6;
    private static final int SHORTEST_INTERNATIONAL = 8;
    private static final int LARGEST_SCALE = 32;

    private Meaning() {}

    /** A phone number: its digits, without what stands before an international one. */
    static @Nullable String phone(@Nullable String written) {
        if (written == null) {
            return null;
        }
        // The zero that is dialled within the country: +49 (0) 30 1234.
        String digits = digits(written.strip().startsWith("+") ? written.replace("(0)", "") : written);
        String number =
                digits.startsWith("00") && digits.length() >= 2 + SHORTEST_INTERNATIONAL ? digits.substring(2) : digits;
        return number.isEmpty() ? null : number;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        return digits.toString();
    }

    /** Who issued a card, by the first six digits of its number, where the producer gives at least them. */
    static @Nullable String cardBin(Map<String, Object> attributes) {
        if (attributes.isEmpty()) {
            return null;
        }
        Object given = attributes.getOrDefault("cardBin", attributes.get("bin"));
        String bin = given == null ? "" : given.toString().strip();
        if (bin.length() < DIGITS_OF_AN_ISSUER) {
            return null;
        }
        String issuer = bin.substring(0, DIGITS_OF_AN_ISSUER);
        return digits(issuer).length() == DIGITS_OF_AN_ISSUER ? issuer : null;
    }

    static @Nullable String currency(@Nullable String written) {
        String currency = written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
        return currency.isEmpty() ? null : currency;
    }

    /** An attribute of the producer, whose numbers are equal where their values are: 7, 7.0 and "7". */
    static @Nullable String attribute(Map<String, Object> attributes, String name) {
        Object value = attributes.isEmpty() ? null : attributes.get(name);
        if (value instanceof BigDecimal number && Math.abs(number.scale()) <= LARGEST_SCALE) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? null : text;
    }
}
