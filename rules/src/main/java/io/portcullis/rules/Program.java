package io.portcullis.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells one build of a part of the program from another, by its class files: the same jar is the same program wherever
 * it runs.
 */
public final class Program {

    private static final String CLASS = ".class";

    private Program() {}

    /** @param anchors classes: what is in their packages, and in those below, counts */
    public static String of(Class<?>... anchors) {
        CRC32C program = new CRC32C();
        for (Class<?> anchor : anchors) {
            classes(anchor)
                    .forEach((name, checksum) ->
                            program.update((name + ' ' + checksum + '\n').getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().toHexDigits((int) program.getValue());
    }

    private static SortedMap<String, Long> classes(Class<?> anchor) {
        String packageName = anchor.getPackageName().replace('.', '/') + "/";
        URL location = Objects.requireNonNull(anchor.getResource(anchor.getSimpleName() + CLASS));
        try {
            URLConnection connection = location.openConnection();
            return connection instanceof JarURLConnection jar
                    ? inJar(jar, packageName)
                    : inFolder(Objects.requireNonNull(Path.of(location.toURI()).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SortedMap<String, Long> inJar(JarURLConnection connection, String packageName) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(packageName)
                            && entry.getName().endsWith(CLASS))
                    .collect(Collectors.toMap(
                            entry -> entry.getName().substring(packageName.length()),
                            JarEntry::getCrc,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static SortedMap<String, Long> inFolder(Path folder) throws IOException {
        SortedMap<String, Long> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(CLASS)).toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                classes.put(folder.relativize(file).toString().replace('\\', '/'), checksum.getValue());
            }
        }
        return classes;
    }
}
