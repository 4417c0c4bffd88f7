package io.portcullis.rules.evaluation;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.entity.IpAddress;
import io.portcullis.rules.Program;
import io.portcullis.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;

/**
 * A folder that keeps compiled rules, by what they were compiled from and by which build. It only saves time: whatever
 * is wrong with a file, its rules are compiled again.
 *
 * <p>Its files are run, so nobody but their owner may be able to write them; others are left unread.
 */
public final class CompiledFolder {

    /** The system property that names the folder for all that do not name one themselves. */
    public static final String PROPERTY = "portcullis.compiled-rules";

    private static final String SUFFIX = ".rules";
    /** In bytes. The shipped rules take two million. */
    static final long MAX_SIZE = 64 << 20;

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final @Nullable Path folder;

    private CompiledFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    /** That of the property {@value #PROPERTY}; without it, nothing is kept. */
    public static CompiledFolder standard() {
        return orElse(null);
    }

    /** That of the property {@value #PROPERTY}; without it, the given one, which need not exist. */
    public static CompiledFolder orElse(@Nullable Path folder) {
        String named = System.getProperty(PROPERTY, "");
        return new CompiledFolder(named.isEmpty() ? folder : Path.of(named));
    }

    static CompiledFolder in(Path folder) {
        return new CompiledFolder(folder);
    }

    static CompiledFolder none() {
        return new CompiledFolder(null);
    }

    /** @param drl from which the classes were compiled */
    Optional<RuleClasses> find(String drl) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = file(folder, drl);
        try {
            if (!Files.exists(file) || !isSafe(folder) || !isSafe(file)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - sha256().getDigestLength();
            if (length < 0 || !Arrays.equals(digest(bytes, length), Arrays.copyOfRange(bytes, length, bytes.length))) {
                return Optional.empty();
            }
            return Optional.of(RuleClasses.readFrom(new DataInputStream(new ByteArrayInputStream(bytes, 0, length))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null
                && view.readAttributes().permissions().stream().noneMatch(OTHERS_WRITE::contains)
                && !view.readAttributes().isSymbolicLink();
    }

    /** @param drl from which the classes were compiled */
    void keep(String drl, RuleClasses classes) {
        if (folder == null) {
            return;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.writeTo(new DataOutputStream(bytes));
            bytes.write(digest(bytes.toByteArray(), bytes.size()));
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(folder, "new", SUFFIX + ".part");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file(folder, drl), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            removeOld(folder);
        } catch (IOException | UnsupportedOperationException e) {
            // The next start compiles again, which is all that is lost.
            return;
        }
    }

    /** Removes the oldest files beyond {@value #MAX_SIZE} bytes. */
    private static void removeOld(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(CompiledFolder::written).reversed())
                    .toList();
            long size = 0;
            for (Path file : newestFirst) {
                size += Files.size(file);
                if (size > MAX_SIZE) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static Path file(Path folder, String drl) {
        byte[] key = (Build.ID + drl).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(HexFormat.of().formatHex(digest(key, key.length)) + SUFFIX);
    }

    private static byte[] digest(byte[] bytes, int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What compiles, and what it is compiled against. */
    private static final class Build {
        static final String ID = Program.of(RuleSet.class, Activity.class, IpAddress.class)
                + ' '
                + CanonicalKieModule.class.getPackage().getImplementationVersion()
                + '\n';
    }
}
