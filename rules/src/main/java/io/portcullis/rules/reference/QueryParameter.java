package io.portcullis.rules.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a query that names a resource, such as {@code ?order=7011} or {@code ?userId=17}. Servers read names in
 * their own ways: percent-coding counts, capitals do not, and of a name that comes again the last value does.
 */
final class QueryParameter {

    private static final Set<String> NAMES = Set.of("id", "uid", "user", "account", "order", "sku", "product", "item");

    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_NAME = 40;

    private QueryParameter() {}

    /** The value of the first such name. */
    static Optional<String> thatNamesOne(String raw) {
        String wanted = "";
        String value = "";
        int end = raw.indexOf('#') < 0 ? raw.length() : raw.indexOf('#');
        int from = raw.indexOf('?') + 1;
        while (from > 0 && from < end) {
            int and = raw.indexOf('&', from);
            int to = and < 0 || and > end ? end : and;
            int equals = raw.indexOf('=', from);
            if (equals > from && equals < to && equals - from <= 3 * LONGEST_NAME) {
                String name = CanonicalPath.decoded(raw.substring(from, equals));
                String lower = name.toLowerCase(Locale.ROOT);
                boolean known = wanted.isEmpty() ? namesOne(name, lower) : lower.equals(wanted);
                if (known && isNumbered(raw, equals + 1, to)) {
                    wanted = lower;
                    value = raw.substring(equals + 1, to);
                }
            }
            from = to + 1;
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static boolean namesOne(String name, String lower) {
        boolean camel =
                name.endsWith("Id") && name.length() > 2 && Character.isLowerCase(name.charAt(name.length() - 3));
        return NAMES.contains(lower) || lower.endsWith("_id") || camel;
    }

    /** Of letters, digits, dots and dashes, with a digit among them. */
    private static boolean isNumbered(String raw, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            digit |= isDigit;
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isDigit && !letter && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return digit && to - from <= LONGEST_VALUE;
    }
}
