package io.portcullis.rules;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that somebody wrote. Its symbolic links may lead to files within it. Others are refused: what they
 * lead to can change without anybody who looks at the folder seeing it, and what a dangling one should have led to
 * would be missing in silence. Folders whose names begin with a point are left alone, such as those of Git.
 */
public final class FileTree {

    private final Path folder;
    private final Path real;

    private FileTree(Path folder, Path real) {
        this.folder = folder;
        this.real = real;
    }

    /** Of a folder that there is, which may be a link itself. */
    public static FileTree of(Path folder) throws IOException {
        return new FileTree(folder, folder.toRealPath());
    }

    /**
     * The files whose names end so, in the folder and its sub-folders, sorted.
     *
     * @param skipped names of sub-folders that are left alone
     * @throws InvalidRules where a link leads nowhere or out of the folder, or there are too many files
     */
    public List<Path> find(String ending, Set<String> skipped) throws IOException, InvalidRules {
        List<Path> found = new ArrayList<>();
        List<Diagnostic> wrong = new ArrayList<>();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = String.valueOf(directory.getFileName());
                boolean skip = !directory.equals(real) && (name.startsWith(".") || skipped.contains(name));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean matters = file.toString().endsWith(ending);
                if (attributes.isSymbolicLink() && (matters || Files.isDirectory(file))) {
                    String problem = problem(file);
                    if (!problem.isEmpty()) {
                        wrong.add(new Diagnostic(name(file), 1, 1, problem));
                    }
                }
                if (matters && Files.isRegularFile(file)) {
                    if (found.size() == Bounds.FILES) {
                        wrong.add(new Diagnostic(
                                name(file),
                                1,
                                1,
                                "there are more than %d files of this kind in the folder, the limit"
                                        .formatted(Bounds.FILES)));
                        return FileVisitResult.TERMINATE;
                    }
                    found.add(folder.resolve(real.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!wrong.isEmpty()) {
            throw new InvalidRules(wrong);
        }
        found.sort(null);
        return found;
    }

    /**
     * The file of that path within the folder; null where there is none.
     *
     * @throws InvalidRules where a link leads nowhere or out of the folder
     */
    public @Nullable Path file(String path) throws InvalidRules {
        Path file = real.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        String problem = problem(file);
        if (!problem.isEmpty()) {
            throw new InvalidRules(List.of(new Diagnostic(path, 1, 1, problem)));
        }
        return Files.isRegularFile(file) ? file : null;
    }

    private String name(Path file) {
        return real.relativize(file).toString().replace('\\', '/');
    }

    /** What is wrong with where a path leads; empty where nothing is. */
    private String problem(Path file) {
        try {
            return file.toRealPath().startsWith(real)
                    ? ""
                    : "this link leads out of its folder: put the file itself here";
        } catch (IOException e) {
            return "this link leads nowhere";
        }
    }
}
