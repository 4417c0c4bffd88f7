package io.portcullis.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text of a quoted field, in which servers escape quotes and unprintable bytes. */
final class LogText {

    private LogText() {}

    static String decode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return unescape(bytes, 0, bytes.length);
    }

    /** What is no UTF-8 becomes U+FFFD. */
    static String decode(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return unescape(bytes, start, end);
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static String unescape(byte[] bytes, int start, int end) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(end - start);
        int i = start;
        while (i < end) {
            if (bytes[i] != '\\' || i + 1 == end) {
                text.write(bytes[i]);
                i++;
            } else if (bytes[i + 1] == 'x' && i + 3 < end && hex(bytes[i + 2]) >= 0 && hex(bytes[i + 3]) >= 0) {
                text.write(hex(bytes[i + 2]) << 4 | hex(bytes[i + 3]));
                i += 4;
            } else if (bytes[i + 1] == 'u' && i + 5 < end && unit(bytes, i + 2) >= 0) {
                text.writeBytes(Character.toString(unit(bytes, i + 2)).getBytes(StandardCharsets.UTF_8));
                i += 6;
            } else {
                text.write(control(bytes[i + 1]));
                i += 2;
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Of JSON, as nginx writes what cannot be printed with escape=json; negative when it is none. */
    private static int unit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = hex(bytes[i]);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }

    private static int control(byte letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            default -> letter;
        };
    }
}
