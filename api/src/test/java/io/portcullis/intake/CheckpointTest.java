package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.rules.Engine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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

class CheckpointTest {

    private static final Checkpoint.Origin ORIGIN = new Checkpoint.Origin("rules", 7, "a-7", 42);

    @TempDir
    private Path folder;

    @Test
    void givenACheckpointOfAnotherProgram_thenItIsLeftUnread() throws IOException {
        Path file = folder.resolve("checkpoint");
        new Checkpoint(file, "this").write(ORIGIN, out -> out.writeInt(9));

        assertThat(new Checkpoint(file, "this").read((origin, in) -> origin.equals(ORIGIN) && in.readInt() == 9))
                .isTrue();
        assertThat(new Checkpoint(file, "other").read((origin, in) -> true)).isFalse();
    }

    @Test
    void givenAnIndexOfMoreIdsThanThereCanBe_thenItIsRefused() throws IOException {
        for (int used : new int[] {-1, Integer.MAX_VALUE}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(1);
            out.writeLong(1);
            out.writeInt(used);

            assertThatThrownBy(() -> new IdempotencyIndex(100)
                            .restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("out of its range");
        }
    }

    @Test
    void givenTheClassesOfTheEngine_thenTheyIdentifyTheProgramInAJarAsInAFolder() throws Exception {
        String program = Program.of(Engine.class, Intake.class);
        assertThat(program).isEqualTo(Program.of(Engine.class, Intake.class)).isNotEqualTo(Program.of(Engine.class));

        URL engine = Objects.requireNonNull(Program.class.getResource("Program.class"));
        Path classes = Objects.requireNonNull(Path.of(engine.toURI()).getParent());
        Path jar = folder.resolve("program.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(classes)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry("io/portcullis/intake/" + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            // This one can be loaded without all else that the intake needs.
            Class<?> inJar = loader.loadClass(Priority.class.getName());
            assertThat(Program.of(inJar)).isEqualTo(Program.of(Priority.class));
        }
    }
}
