package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.vocabulary.OfCompiledRules;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @Test
    void givenTheSameClasses_thenItIsTheSameProgram() {
        assertThat(Program.of(OfCompiledRules.class, EntityKind.class))
                .isEqualTo(Program.of(OfCompiledRules.class, EntityKind.class))
                .isNotEqualTo(Program.of(OfCompiledRules.class))
                .isNotEqualTo(Program.of(Source.class, EntityKind.class));
    }

    @Test
    void givenTheClassesInAJar_thenItIsTheSameProgramAsInAFolder(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jarOfVocabulary(folder).toUri().toURL()}, null)) {
            // This one can be loaded without all others.
            Class<?> inJar = loader.loadClass(OfCompiledRules.class.getName());
            assertThat(Program.of(inJar)).isEqualTo(Program.of(OfCompiledRules.class));
        }
    }

    private static Path jarOfVocabulary(Path folder) throws Exception {
        URL anchor = Objects.requireNonNull(OfCompiledRules.class.getResource("OfCompiledRules.class"));
        Path classes = Objects.requireNonNull(Path.of(anchor.toURI()).getParent());
        Path jar = folder.resolve("program.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(out, file);
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, Path file) throws IOException {
        out.putNextEntry(new JarEntry("io/portcullis/rules/vocabulary/" + file.getFileName()));
        Files.copy(file, out);
        out.closeEntry();
    }
}
