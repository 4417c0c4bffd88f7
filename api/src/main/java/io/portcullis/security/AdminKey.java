package io.portcullis.security;

import io.portcullis.store.StoreException;
import java.io.IOException;
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
     * @throws StoreException when the operator's key is too short, revoked or another's, or the file cannot be written
     */
    public static Optional<Path> ensure(ApiKeys keys, @Nullable String chosen, Path file) {
        if (chosen == null || chosen.isBlank()) {
            if (keys.hasAdmin()) {
                return Optional.empty();
            }
            return Optional.of(make(keys, "admin", Secret.random(), file));
        }
        Secret secret = new Secret(chosen.strip());
        if (!secret.isLongEnough()) {
            throw new StoreException(
                    "PORTCULLIS_ADMIN_KEY must have at least " + Secret.SHORTEST + " random characters", null);
        }
        Optional<ApiKey> known = keys.authenticate(secret.text());
        if (known.isPresent()) {
            if (!known.get().roles().contains(Role.ADMIN)) {
                throw new StoreException(
                        "PORTCULLIS_ADMIN_KEY is the key \"" + known.get().name()
                                + "\", which is no admin's: choose another",
                        null);
            }
            return Optional.empty();
        }
        if (keys.isRevoked(secret)) {
            throw new StoreException("PORTCULLIS_ADMIN_KEY is a key that was revoked: choose another", null);
        }
        return Optional.of(make(keys, "admin (PORTCULLIS_ADMIN_KEY)", secret, file));
    }

    /** The file appears last, but is written first: there is no key that nobody knows. */
    private static Path make(ApiKeys keys, String name, Secret secret, Path file) {
        try {
            Path fresh = write(file, secret);
            try {
                keys.store(name, Set.of(Role.ADMIN), secret);
            } catch (RuntimeException e) {
                Files.delete(fresh);
                throw e;
            }
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException("cannot write the admin key to " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path write(Path file, Secret secret) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        // Made with its permissions: there is no moment when others could read it.
        Path fresh = Files.createTempFile(folder, "admin", ".key", ownerOnly);
        return Files.writeString(fresh, secret.text() + "\n");
    }
}
