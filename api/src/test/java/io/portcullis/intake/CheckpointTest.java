package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void givenAnyByteChanged_thenItIsRefused() throws IOException {
        Path file = folder.resolve("checkpoint");
        Checkpoint checkpoint = new Checkpoint(file, "this");
        checkpoint.write(ORIGIN, out -> out.writeInt(9));
        byte[] written = Files.readAllBytes(file);
        for (int i = 0; i < written.length; i++) {
            byte[] damaged = written.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> checkpoint.read((origin, in) -> true))
                    .as("byte %d", i)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    @Test
    void givenAnotherOrigin_thenItsReaderTells() throws IOException {
        Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint"), "this");
        checkpoint.write(ORIGIN, out -> out.writeInt(9));

        assertThat(checkpoint.read((origin, in) -> false)).isFalse();
    }

    @Test
    void givenACheckpoint_thenItsPositionIsKnownToEveryProgram_unlessItIsDamaged() throws IOException {
        Path file = folder.resolve("checkpoint");
        assertThat(Checkpoint.positionOf(file)).isZero();

        new Checkpoint(file, "any").write(ORIGIN, out -> out.writeInt(9));
        assertThat(Checkpoint.positionOf(file)).isEqualTo(7);

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(Checkpoint.positionOf(file)).isZero();
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
}
