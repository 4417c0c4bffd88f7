package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Walks through a line of an access log, field by field. */
final class LogCursor {

    private static final String NOT_ONE = "is no line of the combined log format: ";

    private final byte[] bytes;
    private final int end;
    private int at;

    LogCursor(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /** Where {@code [17/May/2015:10:05:03 +0000]} begins. A user's name may hold a bracket, so it must look like it. */
    int startOfTime() throws InvalidActivity {
        for (int i = at; i + CommonLogTime.LENGTH <= end; i++) {
            if (bytes[i] == '[' && CommonLogTime.looksLike(bytes, i)) {
                return i;
            }
        }
        throw new InvalidActivity("", NOT_ONE + "it has no time such as [17/May/2015:10:05:03 +0000]");
    }

    String textUpTo(int position) {
        String text = new String(bytes, at, position - at, StandardCharsets.UTF_8);
        at = position;
        return text;
    }

    Instant time() throws InvalidActivity {
        Instant time = CommonLogTime.parse(bytes, at);
        at += CommonLogTime.LENGTH;
        return time;
    }

    /**
     * The request. Servers escape quotes in it, but not all always did: it ends where a status, or {@code -}, follows.
     */
    String request() throws InvalidActivity {
        skipSpaces();
        if (at >= end || bytes[at] != '"') {
            throw new InvalidActivity("", NOT_ONE + "no quoted request follows the time");
        }
        int start = at + 1;
        int i = start;
        while (i + 2 < end) {
            if (bytes[i] == '"' && bytes[i + 1] == ' ' && (isDigit(bytes[i + 2]) || bytes[i + 2] == '-')) {
                at = i + 1;
                return LogText.decode(bytes, start, i);
            }
            i += bytes[i] == '\\' ? 2 : 1;
        }
        throw new InvalidActivity("", NOT_ONE + "the request does not end");
    }

    /** A number; null for {@code -}. */
    @Nullable
    Long number(String field) throws InvalidActivity {
        skipSpaces();
        int start = at;
        long value = 0;
        while (at < end && bytes[at] != ' ') {
            if (isDigit(bytes[at]) && at - start < 18) {
                value = value * 10 + (bytes[at] - '0');
            } else if (bytes[at] != '-' || at > start) {
                throw new InvalidActivity(field, "must be a number or -");
            }
            at++;
        }
        if (at == start) {
            throw new InvalidActivity(field, "is missing");
        }
        return bytes[start] == '-' ? null : value;
    }

    /** A quoted text, up to the quote before a space or the line's end; null for {@code "-"} or when there is none. */
    @Nullable
    String quoted() {
        skipSpaces();
        if (at >= end || bytes[at] != '"') {
            return null;
        }
        int start = at + 1;
        int i = start;
        while (i < end && !(bytes[i] == '"' && (i + 1 == end || bytes[i + 1] == ' '))) {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        int close = Math.min(i, end);
        at = Math.min(close + 1, end);
        boolean absent = close == start || close == start + 1 && bytes[start] == '-';
        return absent ? null : LogText.decode(bytes, start, close);
    }

    private void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
