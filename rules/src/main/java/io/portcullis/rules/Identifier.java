package io.portcullis.rules;

import io.portcullis.rules.language.Source;
import io.portcullis.rules.reference.ReferenceData;
import io.portcullis.rules.reference.ReferenceFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** Identifies everything that decisions depend on beside the log. */
final class Identifier {

    /** Part of every identifier: raised when the same rules would come to other decisions. */
    private static final String SEMANTICS = "8";

    private static final int BYTES = 16;

    private final MessageDigest digest;

    private Identifier() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hexadecimal start of a SHA-256. */
    static String of(Folder folder) {
        Identifier identifier = new Identifier();
        identifier.add(SEMANTICS);
        identifier.add(ReferenceData.regularExpressions());
        identifier.add(folder.endpoints());
        identifier.add(folder.clients());
        identifier.add(folder.probes());
        identifier.add(folder.calendar());
        identifier.add(folder.rateLimits() == null ? "" : folder.rateLimits());
        identifier.add(folder.files());
        folder.rules().stream().sorted(Comparator.comparing(Source::file)).forEach(source -> {
            identifier.add(source.file());
            identifier.add(source.text());
        });
        return HexFormat.of().formatHex(identifier.digest.digest(), 0, BYTES);
    }

    private void add(ReferenceFiles files) {
        add(files.crawlers());
        add(files.apps());
        add(files.lists());
        add(String.valueOf(files.listed().size()));
        files.listed().forEach((path, text) -> {
            add(path);
            add(text);
        });
        add(String.valueOf(files.databases().size()));
        files.databases().forEach((path, bytes) -> {
            add(path);
            add(bytes);
        });
    }

    private void add(String part) {
        add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** The length goes before, so that nothing can move from one part to the next. */
    private void add(byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(part);
    }
}
