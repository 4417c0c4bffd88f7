package io.portcullis.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReaderTest {

    @TempDir
    private Path folder;

    private final List<String> malformed = new ArrayList<>();

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String login(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"login\",\"occurredAt\":\"2026-01-05T09:00:00Z\","
                + "\"account\":\"a\",\"outcome\":\"failed\"}\n";
    }

    private List<String> ids(Path... files) throws IOException {
        List<HistorySource> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(HistorySource.of(file.toString()));
        }
        List<String> ids = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(
                sources,
                HistoryFormat.NDJSON,
                line -> malformed.add(
                        line.toString().substring(folder.toString().length() + 1)))) {
            for (Activity activity = reader.next(); activity != null; activity = reader.next()) {
                ids.add(activity.id());
            }
            assertThat(reader.skipped()).isEqualTo(malformed.size());
        }
        return ids;
    }

    @Test
    void givenSeveralFiles_thenTheyAreReadInOrder() throws IOException {
        assertThat(ids(write("b", login("1") + login("2")), write("a", login("3"))))
                .containsExactly("1", "2", "3");
    }

    @Test
    void givenCompressedFiles_thenTheyAreReadWhateverTheirName() throws IOException {
        assertThat(ids(write("a.gz", gzip(login("1"))), write("b", gzip(login("2")))))
                .containsExactly("1", "2");
    }

    @Test
    void givenEmptyLinesCarriageReturnsAndAByteOrderMark_thenTheyDoNotMatter() throws IOException {
        String first = login("1").replace("\n", "\r\n");
        assertThat(ids(write("a", "\uFEFF" + first + "\r\n  \n" + login("2").stripTrailing())))
                .containsExactly("1", "2");
        assertThat(malformed).isEmpty();
    }

    @Test
    void givenMalformedLines_thenTheyAreReportedWithTheirPlaceAndSkipped() throws IOException {
        String nonsense = "{\"id\":\n";
        String wrong =
                "{\"type\":\"login\",\"occurredAt\":\"yesterday\",\"ip\":\"192.0.2.1\",\"outcome\":\"failed\"}\n";

        assertThat(ids(write("a", login("1") + nonsense + login("2") + wrong + login("3"))))
                .containsExactly("1", "2", "3");
        assertThat(malformed).hasSize(2);
        assertThat(malformed.get(0)).startsWith("a:2: malformed JSON at column");
        assertThat(malformed.get(1)).startsWith("a:4: occurredAt: must be an RFC 3339 instant");
    }

    @Test
    void givenAFileThatBreaksOff_thenTheOthersAreReadAllTheSame() throws IOException {
        byte[] whole = gzip(login("1").repeat(1) + login("2"));
        assertThat(ids(write("a.gz", Arrays.copyOf(whole, whole.length - 12)), write("b", login("3"))))
                .contains("3");
        assertThat(malformed).hasSize(1).first().asString().contains("breaks off");
    }

    @Test
    void givenAnEndlessLine_thenItIsSkippedWithoutBeingHeld() throws IOException {
        assertThat(ids(write("a", login("1") + "x".repeat(3 * Lines.LONGEST) + "\n" + login("2"))))
                .containsExactly("1", "2");
        assertThat(malformed).containsExactly("a:2: is longer than 4194304 bytes");
    }

    @Test
    void givenNoId_thenItIsMadeOfFileNameLineAndContent() throws IOException {
        String anonymous = login("x").replace("\"id\":\"x\",", "");
        List<String> ids = ids(write("access.ndjson", anonymous + anonymous));

        assertThat(ids).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.startsWith("access.ndjson:"));
        assertThat(ids(write("access.ndjson.gz", gzip(anonymous + anonymous)))).isEqualTo(ids);
        assertThat(ids(write("access.ndjson", anonymous.replace("failed", "succeeded"))))
                .doesNotContainAnyElementsOf(ids);
    }

    @Test
    void givenLinesAcrossTheBuffersEdge_thenNoneIsLost() throws IOException {
        StringBuilder lines = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            lines.append(login("id-" + i));
            expected.add("id-" + i);
        }
        assertThat(ids(write("a", lines.toString()))).isEqualTo(expected);
    }
}
