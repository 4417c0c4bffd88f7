package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
