package io.portcullis.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The text of a file that somebody wrote. */
public final class Utf8Text {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8Text() {}

    /**
     * Reads it without the byte order mark that some editors begin with.
     *
     * @param name of the file, for the error
     * @param most bytes that it may have
     * @throws InvalidRules with the place of the first byte that is not UTF-8, or when it is too large
     */
    public static String read(Path file, String name, int most) throws IOException, InvalidRules {
        if (Files.size(file) > most) {
            throw new InvalidRules(List.of(
                    new Diagnostic(name, 1, 1, "the file is larger than %d MiB, the limit".formatted(most >> 20))));
        }
        byte[] bytes = Files.readAllBytes(file);
        if (isUtf16(bytes)) {
            throw new InvalidRules(List.of(new Diagnostic(name, 1, 1, "the file is UTF-16 text: save it as UTF-8")));
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        if (decoded.indexOf(REPLACEMENT) >= 0) {
            refuseWrong(name, bytes);
        }
        return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
    }

    /** Somebody may also have written the character that stands for what is wrong. */
    private static void refuseWrong(String name, byte[] bytes) throws InvalidRules {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new InvalidRules(List.of(wrong(name, out.flip().toString(), bytes[in.position()] & 0xff)));
        }
    }

    /** It begins with the byte order mark of UTF-16 or, since files begin with ASCII, with a NUL in its first character. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0xfe && second == 0xff || first == 0xff && second == 0xfe || first == 0 ^ second == 0;
    }

    private static Diagnostic wrong(String name, String before, int value) {
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new Diagnostic(
                name,
                line,
                column,
                "the file is not UTF-8 text: here is the byte 0x%02X. Save it as UTF-8".formatted(value));
    }
}
