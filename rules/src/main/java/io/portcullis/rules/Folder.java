package io.portcullis.rules;

import io.portcullis.rules.language.Source;
import io.portcullis.rules.reference.CalendarFile;
import io.portcullis.rules.reference.ListsFile;
import io.portcullis.rules.reference.ReferenceData;
import io.portcullis.rules.reference.ReferenceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of rules as it is read: the rules, and the reference data, which are the shipped ones where the folder has
 * none of its own; rate limits are rules, and only where the folder has them.
 */
record Folder(
        List<Source> rules,
        String endpoints,
        String clients,
        String probes,
        String calendar,
        @Nullable String rateLimits,
        ReferenceFiles files) {

    private static final String SHIPPED = "/packs";

    static Folder of(Path folder) throws IOException, InvalidRules {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder of rules");
        }
        FileTree files = FileTree.of(folder);
        return new Folder(
                sources(folder, files),
                text(files, ReferenceData.ENDPOINTS),
                text(files, ReferenceData.CLIENTS),
                text(files, ReferenceData.PROBES),
                text(files, CalendarFile.FILE),
                ownText(files, RateLimits.FILE, Bounds.YAML_BYTES),
                referenceFiles(folder, files));
    }

    private static ReferenceFiles referenceFiles(Path folder, FileTree files) throws IOException, InvalidRules {
        String lists = text(files, ReferenceFiles.LISTS);
        return new ReferenceFiles(
                text(files, ReferenceFiles.CRAWLERS),
                text(files, ReferenceFiles.APPS),
                lists,
                listed(files, lists),
                databases(folder.resolve(ReferenceFiles.GEO)));
    }

    /** Those that are missing are told with their line, later. */
    private static SortedMap<String, String> listed(FileTree files, String lists) throws IOException, InvalidRules {
        SortedMap<String, String> listed = new TreeMap<>();
        for (String path : ListsFile.files(lists)) {
            String own = ownText(files, path, Bounds.LIST_BYTES);
            String text = own == null ? shippedText(path) : own;
            if (text != null) {
                listed.put(path, text);
            }
        }
        return listed;
    }

    private static SortedMap<String, byte[]> databases(Path geo) throws IOException, InvalidRules {
        SortedMap<String, byte[]> databases = new TreeMap<>();
        if (Files.isDirectory(geo)) {
            try (Stream<Path> files = Files.list(geo)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".mmdb"))
                        .sorted()
                        .toList()) {
                    databases.put(ReferenceFiles.GEO + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        return databases;
    }

    /** The rules that come with Portcullis lie on the class path, in the jar or in the build's folder. */
    static Folder shipped() throws IOException, InvalidRules {
        URL packs = Folder.class.getResource(SHIPPED);
        if (packs == null) {
            throw new IOException("this build of Portcullis has no rules");
        }
        try {
            URI uri = packs.toURI();
            if (uri.getScheme().equals("file")) {
                return of(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return of(jar.getPath(SHIPPED));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Source> sources(Path folder, FileTree files) throws IOException, InvalidRules {
        List<Source> sources = new ArrayList<>();
        for (Path rule : files.find(".drl", Set.of())) {
            String name = folder.relativize(rule).toString().replace('\\', '/');
            sources.add(
                    new Source(name, Utf8Text.read(rule, name, Bounds.DRL_BYTES).replace("\r\n", "\n")));
        }
        return sources;
    }

    private static @Nullable String ownText(FileTree files, String name, int most) throws IOException, InvalidRules {
        Path file = files.file(name);
        return file == null ? null : Utf8Text.read(file, name, most);
    }

    private static String text(FileTree files, String name) throws IOException, InvalidRules {
        String own = ownText(files, name, Bounds.YAML_BYTES);
        if (own != null) {
            return own;
        }
        String shipped = shippedText(name);
        if (shipped == null) {
            throw new IOException("this build of Portcullis has no " + name);
        }
        return shipped;
    }

    private static @Nullable String shippedText(String name) throws IOException, InvalidRules {
        try (InputStream shipped = Folder.class.getResourceAsStream(SHIPPED + "/" + name)) {
            return shipped == null ? null : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
