package io.portcullis.projections.table;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a listing ended. Clients see it as one opaque word.
 *
 * @param order names the listing's order, since a cursor is good for that order alone
 * @param value what the listing is ordered by
 * @param key tells rows of the same value apart
 */
public record Cursor(String order, long value, String key) {

    private static final Pattern FORM = Pattern.compile("([a-zA-Z]+) (-?\\d{1,18}) (.*)", Pattern.DOTALL);

    /** @throws IllegalArgumentException for anything but a cursor that a page of this order gave out */
    public static Cursor of(String word, String order) {
        try {
            Matcher matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8));
            if (matcher.matches() && matcher.group(1).equals(order)) {
                return new Cursor(order, Long.parseLong(matcher.group(2)), matcher.group(3));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: no cursor of ours, as below.
        }
        throw strange();
    }

    /**
     * The key of a listing whose keys are numbers.
     *
     * @throws IllegalArgumentException when it is none
     */
    public long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw strange();
        }
    }

    private static IllegalArgumentException strange() {
        return new IllegalArgumentException("cursor is not one that this listing gave out; leave it out to begin anew");
    }

    @Override
    public String toString() {
        byte[] text = (order + " " + value + " " + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
