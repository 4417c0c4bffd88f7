package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To compile rules takes most of a start; what was compiled once need not be again. */
class CompiledFolderTest {

    private static final String DRL = "package portcullis;";
    private static final RuleClasses CLASSES =
            new RuleClasses("portcullis.Rules", new TreeMap<>(Map.of("portcullis.Rules", new byte[] {1, 2, 3})));

    private final Path folder;
    private final CompiledFolder compiled;

    CompiledFolderTest(@TempDir Path parent) {
        this.folder = parent.resolve("compiled-rules");
        this.compiled = CompiledFolder.in(folder);
    }

    @Test
    void givenRulesThatWereKept_thenTheirClassesAreFound() {
        compiled.keep(DRL, CLASSES);
        assertThat(compiled.find(DRL)).hasValueSatisfying(found -> {
            assertThat(found.model()).isEqualTo("portcullis.Rules");
            assertThat(found.classes()).hasSize(1).containsEntry("portcullis.Rules", new byte[] {1, 2, 3});
        });
    }

    @Test
    void givenOtherRules_thenNoneAreFound() {
        compiled.keep(DRL, CLASSES);
        assertThat(compiled.find(DRL + " ")).isEmpty();
    }

    @Test
    void givenAnyBitOfTheFileFlipped_thenNoneAreFound() throws IOException {
        compiled.keep(DRL, CLASSES);
        byte[] good = Files.readAllBytes(only());
        for (int at = 0; at < good.length; at++) {
            byte[] damaged = good.clone();
            damaged[at] ^= 4;
            Files.write(only(), damaged);
            assertThat(compiled.find(DRL)).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void givenAFileCutShort_thenNoneAreFound() throws IOException {
        compiled.keep(DRL, CLASSES);
        Files.write(only(), new byte[5]);
        assertThat(compiled.find(DRL)).isEmpty();
    }

    @Test
    void givenAFileThatOthersMayWrite_thenItIsLeftUnread() throws IOException {
        compiled.keep(DRL, CLASSES);
        Files.setPosixFilePermissions(only(), PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(compiled.find(DRL)).isEmpty();
    }

    @Test
    void givenAFolderThatOthersMayWrite_thenItIsLeftUnread() throws IOException {
        compiled.keep(DRL, CLASSES);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(compiled.find(DRL)).isEmpty();
    }

    @Test
    void givenMoreThanTheFolderMayHold_thenTheOldestGo() throws IOException {
        compiled.keep(DRL, CLASSES);
        Files.setLastModifiedTime(only(), FileTime.from(Instant.EPOCH));
        RuleClasses large =
                new RuleClasses("large", new TreeMap<>(Map.of("large", new byte[(int) CompiledFolder.MAX_SIZE / 2])));
        compiled.keep("a", large);
        assertThat(compiled.find(DRL)).isPresent();
        compiled.keep("b", large);
        assertThat(compiled.find(DRL)).isEmpty();
        assertThat(compiled.find("b")).isPresent();
    }

    @Test
    @SuppressWarnings("NullAway")
    void givenCompiledRules_thenTheyRunAndAreNotCompiledAgain() {
        List<ParsedRule> low = read("score > 5");
        List<ParsedRule> high = read("score > 50");
        Diagnostics diagnostics = new Diagnostics();
        KnowledgeBase.compile(low, low, new Schema(Map.of()), compiled, diagnostics)
                .close();
        // In the place of the others, so that it shows which ones run.
        RuleClasses lowOnes = compiled.find(KnowledgeBase.drl(low, low, new Addresses(new Schema(Map.of()))))
                .orElseThrow();
        compiled.keep(KnowledgeBase.drl(high, high, new Addresses(new Schema(Map.of()))), lowOnes);

        try (KnowledgeBase base = KnowledgeBase.compile(high, high, new Schema(Map.of()), compiled, diagnostics);
                RuleSession session = new RuleSession(base)) {
            assertThat(session.evaluate(EntryPoints.POLICY, new Assessment(null, 9, Set.of())))
                    .hasSize(1);
        }
    }

    private static List<ParsedRule> read(String constraint) {
        return new RuleReader(new Diagnostics())
                .read(List.of(new Source(
                        "a.drl", "rule \"A\" when Assessment( " + constraint + " ) then risk.review(); end")));
    }

    private Path only() throws IOException {
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
