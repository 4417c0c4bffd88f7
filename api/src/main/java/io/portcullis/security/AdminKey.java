package io.portcullis.security;

import io.portcullis.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key that a server begins with, in a file that its owner alone can read. */
public final class AdminKey {

    private AdminKey() {}

    /**
     * Sees to it that there is an admin key: the operator's own, or at the first start a new one.
     *
     * @param chosen the operator's key, from {@code PORTCULLIS_ADMIN_KEY}
     * @param file where to keep it
     * @return the file, when it was written now
     * @throws StoreException when the operator's key is too short, or the file cannot be written
     */
    public static Optional<Path> ensure(ApiKeys keys, @Nullable String chosen, Path file) {
        if (chosen == null || chosen.isBlank()) {
            if (keys.hasAdmin()) {
                return Optional.empty();
            }
            Secret secret = Secret.random();
            write(file, secret);
            keys.store("admin", Set.of(Role.ADMIN), secret);
            return Optional.of(file);
        }
        Secret secret = new Secret(chosen.strip());
        if (!secret.isLongEnough()) {
            throw new StoreException(
                    "PORTCULLIS_ADMIN_KEY must have at least " + Secret.SHORTEST + " random characters", null);
        }
        if (keys.authenticate(secret.text()).isPresent()) {
            return Optional.empty();
        }
        write(file, secret);
        keys.store("admin (PORTCULLIS_ADMIN_KEY)", Set.of(Role.ADMIN), secret);
        return Optional.of(file);
    }

    private static void write(Path file, Secret secret) {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            // Made with its permissions, then moved: there is no moment when others could read it.
            Path fresh = Files.createTempFile(folder, "admin", ".key", ownerOnly);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                out.write((secret.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("cannot write the admin key to " + file + ": " + e.getMessage(), e);
        }
    }
}
