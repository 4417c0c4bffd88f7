package io.portcullis.bench;

import io.portcullis.rules.evaluation.CompiledRules;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Cast;
import io.portcullis.rules.vocabulary.Client;
import io.portcullis.rules.vocabulary.Endpoint;
import io.portcullis.rules.vocabulary.Entity;
import io.portcullis.rules.vocabulary.Network;
import io.portcullis.rules.vocabulary.Recall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The shipped rules as Drools alone runs them: nothing is remembered, so every question is answered with zero. */
final class BareRules implements AutoCloseable {

    private final CompiledRules compiled;
    private final Evaluator evaluator;
    private final Cast cast;

    private BareRules(List<Source> sources) {
        Diagnostics diagnostics = new Diagnostics();
        this.compiled = CompiledRules.compile(new RuleReader(diagnostics).read(sources), diagnostics);
        this.evaluator = new Evaluator(compiled);
        Recall nothing = new Forgetful();
        Entity entity = new Entity(nothing);
        this.cast = new Cast(
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                entity,
                new Network(nothing),
                new Client(nothing),
                new Endpoint(nothing));
    }

    static BareRules shipped() throws IOException, URISyntaxException {
        URI packs = Objects.requireNonNull(Recall.class.getResource("/packs"), "no shipped rules")
                .toURI();
        if (packs.getScheme().equals("file")) {
            return new BareRules(sources(Path.of(packs)));
        }
        try (FileSystem jar = FileSystems.newFileSystem(packs, Map.of())) {
            return new BareRules(sources(jar.getPath("/packs")));
        }
    }

    private static List<Source> sources(Path packs) throws IOException {
        try (Stream<Path> files = Files.walk(packs)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .map(BareRules::source)
                    .toList();
        }
    }

    private static Source source(Path file) {
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cast cast() {
        return cast;
    }

    /** How many rules fired. */
    int evaluate(Activity fact) {
        return evaluator.signals(fact).size();
    }

    @Override
    public void close() {
        evaluator.close();
        compiled.close();
    }
}
