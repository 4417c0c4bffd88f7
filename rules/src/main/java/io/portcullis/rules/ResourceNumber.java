package io.portcullis.rules;

import org.jspecify.annotations.Nullable;

/** Finds the number that a resource is counted by: the last digits of its name. */
final class ResourceNumber {

    private static final int MOST_DIGITS = 15;

    private ResourceNumber() {}

    /** -1 where there is none. */
    static long of(@Nullable String resource) {
        return last(resource);
    }

    private static long last(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        int end = text.length();
        int query = text.indexOf('?');
        end = query < 0 ? end : query;
        while (end > 0 && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MOST_DIGITS && isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start == end ? -1 : Long.parseLong(text, start, end, 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
