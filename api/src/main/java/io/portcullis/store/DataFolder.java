package io.portcullis.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The folder that belongs to one running server: its database, its checkpoint, its first key. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "server.lock";
    private static final int SECRET_BYTES = 32;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process, making it where it is missing, for its owner alone.
     *
     * @throws StoreException when another process has it, or it cannot be written
     */
    public static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            create(path);
            channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel, false) == null) {
                StoreException inUse = inUse(path, channel);
                channel.close();
                throw inUse;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StoreException("cannot use the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that no server has the folder, and leaves it as it is.
     *
     * @throws StoreException when one has
     */
    static void requireFree(Path folder) {
        Path lockFile = folder.resolve(LOCK);
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ)) {
            if (tryLock(channel, true) == null) {
                throw inUse(folder, channel);
            }
        } catch (IOException e) {
            throw new StoreException("cannot use the data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static StoreException inUse(Path folder, FileChannel channel) throws IOException {
        return new StoreException(
                "the data folder " + folder + " is in use by another process" + owner(channel) + ": stop it first",
                null);
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return text.isEmpty() ? "" : " (pid " + text + ")";
    }

    public Path path() {
        return path;
    }

    /** A file of the folder. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * A secret of the folder's own, made when it is first asked for: 32 random bytes, readable by the owner alone.
     *
     * @throws StoreException when it cannot be read or written
     */
    public byte[] secret(String name) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                Path fresh = Files.createTempFile(path, name, ".new");
                Files.write(fresh, secret);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != SECRET_BYTES) {
                throw new StoreException(file + " is damaged: it must have " + SECRET_BYTES + " bytes", null);
            }
            return secret;
        } catch (IOException e) {
            throw new StoreException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    /** Lets another process have the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("cannot give up the data folder " + path + ": " + e.getMessage(), e);
        }
    }
}
