package io.portcullis.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> lines(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
            while (lines.next()) {
                found.add(new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }

    @Test
    void linesOfAnyLengthEndWhereTheyEnd_whateverBytesTheyHold() throws IOException {
        Random random = new Random(5);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(70); length > 0; length--) {
                char c = (char) random.nextInt(256);
                boolean first = line.isEmpty();
                line.append(c == '\n' || c == '\r' || c == 0 && first ? '\u008a' : c);
            }
            expected.add(line.toString());
        }
        assertThat(lines(String.join("\n", expected) + "\n")).isEqualTo(expected);
    }

    @Test
    void theLastLineNeedsNoEnd_andACarriageReturnIsPartOfIt() throws IOException {
        assertThat(lines("a\r\n\nbc")).containsExactly("a", "", "bc");
        assertThat(lines("")).isEmpty();
    }

    /** What a server leaves that writes on where it was, in a log that was truncated under it. */
    @Test
    void leadingNulsAreNoPartOfALine_howeverManyThereAre() throws IOException {
        String nuls = "\0".repeat(3 * Lines.LONGEST + 1);

        assertThat(lines(nuls + "a\nb\0c\n\0\0d")).containsExactly("a", "b\0c", "d");
        assertThat(lines("\0\0\u00EF\u00BB\u00BFa\n")).containsExactly("a");
        assertThat(lines(nuls)).isEmpty();
    }
}
