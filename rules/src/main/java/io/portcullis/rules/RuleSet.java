package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.evaluation.CompiledFolder;
import io.portcullis.rules.evaluation.CompiledRules;
import io.portcullis.rules.language.Asked;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.reference.CalendarFile;
import io.portcullis.rules.reference.ReferenceData;
import io.portcullis.rules.vocabulary.Means;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compiled rules with their reference data: immutable, shared by any number of engines. */
public final class RuleSet implements AutoCloseable {

    private final String id;
    private final CompiledRules compiled;
    private final ReferenceData reference;
    private final Schema schema;
    private final List<ParsedRule> parsed;
    private final Means means;
    private final List<Rule> rules;
    private final List<Diagnostic> warnings;

    private RuleSet(
            String id,
            CompiledRules compiled,
            ReferenceData reference,
            Schema schema,
            Means means,
            List<ParsedRule> parsed,
            List<Diagnostic> warnings) {
        this.id = id;
        this.compiled = compiled;
        this.reference = reference;
        this.schema = schema;
        this.means = means;
        this.parsed = parsed;
        this.warnings = warnings;
        this.rules = parsed.stream()
                .map(ParsedRule::rule)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Rule::file).thenComparing(Rule::line))
                .toList();
    }

    /** The rules that come with Portcullis. */
    public static RuleSet shipped() throws InvalidRules {
        return shipped(CompiledFolder.standard());
    }

    /** The rules that come with Portcullis. */
    public static RuleSet shipped(CompiledFolder kept) throws InvalidRules {
        try {
            return compile(Folder.shipped(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules in a folder and its sub-folders: every {@code *.drl}. Where the folder lacks a file of reference data,
     * such as {@code endpoints.yaml}, the shipped one serves.
     *
     * @throws InvalidRules with everything that is wrong with the folder
     */
    public static RuleSet load(Path folder) throws InvalidRules, IOException {
        return load(folder, CompiledFolder.standard());
    }

    /**
     * As {@link #load(Path)}.
     *
     * @param kept where rules are that were compiled before
     */
    public static RuleSet load(Path folder, CompiledFolder kept) throws InvalidRules, IOException {
        return compile(Folder.of(folder), kept);
    }

    private static RuleSet compile(Folder folder, CompiledFolder kept) throws InvalidRules {
        Diagnostics diagnostics = new Diagnostics();
        RateLimits limits = RateLimits.of(folder.rateLimits(), diagnostics::add);
        List<Source> sources = new ArrayList<>(folder.rules());
        sources.addAll(limits.sources());
        ReferenceData reference = ReferenceData.read(
                folder.endpoints(), folder.clients(), folder.probes(), folder.files(), diagnostics::add);
        CalendarFile calendar = CalendarFile.read(folder.calendar(), diagnostics::add);
        RuleReader reader = new RuleReader(diagnostics, reference.lists());
        List<ParsedRule> parsed = reader.read(sources);
        refuseIfWrong(diagnostics, limits);
        Schema schema = new Schema(questions(parsed));
        CompiledRules compiled = CompiledRules.compile(parsed, schema, kept, diagnostics);
        refuseIfWrong(diagnostics, limits);
        return new RuleSet(
                Identifier.of(folder),
                compiled,
                reference,
                schema,
                new Means(reader.patterns(), calendar.zone()),
                List.copyOf(parsed),
                diagnostics.sorted().stream().map(limits::relocate).distinct().toList());
    }

    private static void refuseIfWrong(Diagnostics diagnostics, RateLimits limits) throws InvalidRules {
        if (!diagnostics.isEmpty()) {
            throw new InvalidRules(diagnostics.sorted().stream()
                    .filter(Diagnostic::isError)
                    .map(limits::relocate)
                    .distinct()
                    .toList());
        }
    }

    private static Map<EntityKind, Collection<Question>> questions(List<ParsedRule> rules) {
        Map<EntityKind, Collection<Question>> questions = new EnumMap<>(EntityKind.class);
        for (ParsedRule rule : rules) {
            for (Asked asked : rule.asked()) {
                if (asked.question().function() != Question.Function.LISTED) {
                    questions
                            .computeIfAbsent(asked.kind(), kind -> new ArrayList<>())
                            .add(asked.question());
                }
            }
        }
        return questions;
    }

    /** Identifies rules and reference data: the hexadecimal start of their SHA-256. */
    public String id() {
        return id;
    }

    /** The rules that raise signals, by file and line. */
    public List<Rule> rules() {
        return rules;
    }

    /** What should be mended, though the rules may run: by file, line and column. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    Means means() {
        return means;
    }

    /** All rules, tally rules and policy rules included. */
    List<ParsedRule> parsed() {
        return parsed;
    }

    CompiledRules compiled() {
        return compiled;
    }

    ReferenceData reference() {
        return reference;
    }

    Schema schema() {
        return schema;
    }

    @Override
    public void close() {
        compiled.close();
    }
}
