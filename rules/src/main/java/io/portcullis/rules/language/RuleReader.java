package io.portcullis.rules.language;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Bounds;
import io.portcullis.rules.Rule;
import io.portcullis.rules.reference.Lists;
import io.portcullis.rules.vocabulary.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads files of rules and lets through what a rule may say, deny by default: patterns over the activity and its marks,
 * a salience, and one call of the vocabulary. Everything else that DRL can do (imports, functions, queries, variables,
 * other attributes, Java) is refused with its place.
 */
public final class RuleReader {

    private static final Pattern SIGNAL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern THREAT = Pattern.compile("OAT-0(0[1-9]|1\\d|2[01])|API([1-9]|10)");
    private static final Set<String> ANNOTATIONS = Set.of("signal", "threat", "score", "entity", "description");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,120}");
    private static final Pattern PARSER_FAILURE = Pattern.compile("(?s)^Line (\\d+):(\\d+) unexpected exception.*");
    private static final int LARGEST_FILE = 1 << 20;
    private static final String SALIENCE = "salience";

    private final Diagnostics diagnostics;
    private final TallyNames tallies = new TallyNames();
    private final Names names;
    private final Map<String, String> fileOfRule = new HashMap<>();

    /** Of rules that ask for no lists. */
    public RuleReader(Diagnostics diagnostics) {
        this(diagnostics, Lists.NONE);
    }

    public RuleReader(Diagnostics diagnostics, Lists lists) {
        this.diagnostics = diagnostics;
        this.names = new Names(tallies, lists, new TreeSet<>(), new Patterns.Builder());
    }

    /** The regular expressions of the rules that were read. */
    public Patterns patterns() {
        return names.patterns().build();
    }

    /** The rules that may run; what is wrong with the others goes to the diagnostics. */
    public List<ParsedRule> read(List<Source> sources) {
        record Parsed(Source source, RuleDescr rule) {}
        List<Parsed> parsed = new ArrayList<>();
        for (Source source : sources) {
            parse(source).forEach(rule -> parsed.add(new Parsed(source, rule)));
        }
        if (parsed.size() > Bounds.RULES) {
            Parsed first = parsed.get(Bounds.RULES);
            diagnostics.add(
                    first.source(),
                    first.rule().getStartCharacter(),
                    "there are more than %d rules in the folder, the limit".formatted(Bounds.RULES));
            return List.of();
        }
        parsed.forEach(each -> define(each.source(), each.rule()));
        List<ParsedRule> rules = new ArrayList<>();
        parsed.forEach(each -> read(each.source(), each.rule()).ifPresent(rules::add));
        refuseTooManyComparisons(rules);
        refuseCircularMarks(rules);
        refuseLateMarks(rules);
        return rules;
    }

    private List<RuleDescr> parse(Source source) {
        if (source.text().length() > LARGEST_FILE) {
            diagnostics.add(source, 0, "a file of rules has at most 1 MiB");
            return List.of();
        }
        List<Typesetting> typeset = Typesetting.find(source.text());
        if (!typeset.isEmpty()) {
            typeset.forEach(each -> diagnostics.add(source, each.at(), each.message()));
            return List.of();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr file = parser.parse(false, source.text());
            if (parser.hasErrors() || file == null) {
                Unclosed.find(source.text())
                        .map(unclosed -> new Refusal(unclosed.at(), unclosed.message()))
                        .or(() -> SyntaxFault.find(source.text()))
                        .ifPresentOrElse(
                                fault -> diagnostics.add(source, fault.at(), String.valueOf(fault.getMessage())),
                                () -> parser.getErrors().forEach(error -> syntaxError(source, error)));
                return List.of();
            }
            refuseAllButRules(source, file);
            return file.getRules();
        } catch (DroolsParserException e) {
            diagnostics.add(source, 0, "not DRL: " + e.getMessage());
        } catch (StackOverflowError e) {
            diagnostics.add(source, 0, "this is nested too deeply to be read");
        }
        return List.of();
    }

    private void syntaxError(Source source, DroolsError error) {
        String message = error.getMessage().replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "");
        int offset = error instanceof ParserError at ? offset(source, at.getRow(), at.getCol()) : 0;
        Matcher failure = PARSER_FAILURE.matcher(message);
        if (failure.matches()) {
            offset = offset(source, Integer.parseInt(failure.group(1)), Integer.parseInt(failure.group(2)));
            message = "from here on this is no rule";
        } else if (message.startsWith("mismatched input '<eof>'")) {
            message = "the file ends within a rule: \"end\" or a bracket is missing";
        }
        diagnostics.add(source, offset, message);
    }

    private static int offset(Source source, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = source.text().indexOf('\n', start) + 1;
        }
        return start + Math.max(0, column);
    }

    private void refuseAllButRules(Source source, PackageDescr file) {
        refuse(source, file.getImports(), "a rule needs no import: its vocabulary is there");
        refuse(source, file.getFunctionImports(), "a rule may not import functions");
        refuse(source, file.getAccumulateImports(), "a rule may not import accumulate functions");
        refuse(source, file.getGlobals(), "a rule needs no global: risk and tally are there");
        refuse(source, file.getFunctions(), "functions may not be defined");
        refuse(source, file.getTypeDeclarations(), "types may not be declared");
        refuse(source, file.getEnumDeclarations(), "types may not be declared");
        refuse(source, file.getEntryPointDeclarations(), "entry points may not be declared");
        refuse(source, file.getWindowDeclarations(), "windows may not be declared: ask for them, \"10m\"");
        refuse(source, file.getAttributes(), "attributes may not be set");
    }

    private void refuse(Source source, Iterable<? extends BaseDescr> found, String message) {
        found.forEach(each -> diagnostics.add(source, Math.max(0, each.getStartCharacter()), message));
    }

    /** Makes known what the rule gives others to ask for: a tally or a mark. */
    private void define(Source source, RuleDescr rule) {
        Consequence consequence =
                ConsequenceReader.read(String.valueOf(rule.getConsequence())).orElse(null);
        if (consequence instanceof Consequence.Mark mark) {
            names.marks().add(mark.name());
        }
        if (consequence instanceof Consequence.Count count && !tallies.define(count.tally())) {
            diagnostics.add(
                    source,
                    Math.max(rule.getStartCharacter(), source.text().indexOf(count.tally(), rule.getStartCharacter())),
                    "\"" + count.tally() + "\" is no name for a tally of your own: lower-case words with dashes and"
                            + " dots, not below request, login, signup or payment");
        }
    }

    private Optional<ParsedRule> read(Source source, RuleDescr rule) {
        int before = diagnostics.errors();
        int start = rule.getStartCharacter();
        refuseAllButPlainRules(source, rule);
        WhenReader when = new WhenReader(source, names, diagnostics);
        Condition condition = when.read(rule.getLhs(), start);
        Consequence consequence = consequence(source, rule);
        Rule raises = consequence instanceof Consequence.Raise ? raised(source, rule) : null;
        checkAnnotations(source, rule);
        if (condition == null || consequence == null) {
            return Optional.empty();
        }
        checkFits(source, rule, when, condition, consequence);
        int salience = salience(source, rule);
        if (diagnostics.errors() > before) {
            return Optional.empty();
        }
        Limits.exceeded(when.conditions(), when.numbers(), annotation(rule, "description"))
                .forEach(exceeded -> diagnostics.warn(source, start, "\"" + rule.getName() + "\" has " + exceeded));
        return Optional.of(new ParsedRule(
                source,
                start,
                rule.getName(),
                condition,
                salience,
                consequence,
                when.asked(),
                when.mentioned(),
                when.reads(),
                raises));
    }

    private int salience(Source source, RuleDescr rule) {
        AttributeDescr salience = rule.getAttributes().get(SALIENCE);
        if (salience == null) {
            return 0;
        }
        String value = salience.getValue().replaceAll("[()\\s]", "");
        if (!value.matches("-?\\d{1,3}")) {
            diagnostics.add(
                    source, rule.getStartCharacter(), "salience is a number from -999 to 999, not \"" + value + "\"");
            return 0;
        }
        return Integer.parseInt(value);
    }

    private void refuseTooManyComparisons(List<ParsedRule> rules) {
        int comparisons = 0;
        for (ParsedRule rule : rules) {
            comparisons += rule.condition()
                    .patterns()
                    .mapToInt(io.portcullis.rules.language.Pattern::comparisons)
                    .sum();
            if (comparisons > Bounds.COMPARISONS) {
                diagnostics.add(
                        rule.source(),
                        rule.offset(),
                        "with this rule the folder compares more than %d things, the limit; each literal of an \"in\" is one: a list in a file has room for more"
                                .formatted(Bounds.COMPARISONS));
                return;
            }
        }
    }

    /** A mark that builds on itself could never be settled. */
    private void refuseCircularMarks(List<ParsedRule> rules) {
        MarkOrder order = new MarkOrder(rules);
        for (ParsedRule rule : rules) {
            String mark = rule.marks();
            if (mark != null && order.isCircular(mark)) {
                diagnostics.add(rule.source(), rule.offset(), "the mark \"" + mark + "\" builds on itself");
            } else if (mark != null && order.depth(mark) == MarkOrder.DEEPEST + 1) {
                diagnostics.add(
                        rule.source(),
                        rule.offset(),
                        "the mark \"" + mark + "\" builds on marks that build on marks, more than " + MarkOrder.DEEPEST
                                + " deep");
            }
        }
    }

    /** Tally rules run before their tallies are counted, and so do the marks that they read. */
    private void refuseLateMarks(List<ParsedRule> rules) {
        MarkOrder order = new MarkOrder(rules);
        for (ParsedRule rule : rules) {
            if (rule.consequence() instanceof Consequence.Count) {
                rule.condition()
                        .marks()
                        .distinct()
                        .filter(mark -> !order.isCircular(mark))
                        .forEach(mark -> order.below(mark)
                                .flatMap(setter -> setter.asked().stream())
                                .map(asked -> asked.question().tally())
                                .filter(tallies::isDefinedByRule)
                                .findFirst()
                                .ifPresent(tally -> diagnostics.add(
                                        rule.source(),
                                        rule.offset(),
                                        "a rule that counts a tally may not read the mark \"" + mark
                                                + "\", which asks for \"" + tally
                                                + "\", a tally that a rule counts too")));
            }
        }
    }

    private void refuseAllButPlainRules(Source source, RuleDescr rule) {
        int start = rule.getStartCharacter();
        if (rule.isQuery() || rule.getParentName() != null || rule.hasErrors()) {
            diagnostics.add(source, start, "only plain rules: no queries, no \"extends\"");
        }
        if (!NAME.matcher(rule.getName()).matches()) {
            diagnostics.add(source, start, "a rule's name has 1 to 120 characters, in one line");
        }
        Set<String> attributes = new TreeSet<>(rule.getAttributes().keySet());
        attributes.remove(SALIENCE);
        if (!attributes.isEmpty() || rule.getUnit() != null) {
            diagnostics.add(source, start, "only salience may be set, not " + attributes);
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            diagnostics.add(source, start, "a rule has one \"then\"");
        }
        String other = fileOfRule.putIfAbsent(rule.getName(), source.file());
        if (other != null) {
            diagnostics.add(source, start, "there is a rule of this name already, in " + other);
        }
    }

    private @Nullable Consequence consequence(Source source, RuleDescr rule) {
        Optional<Consequence> consequence = ConsequenceReader.read(String.valueOf(rule.getConsequence()));
        if (consequence.isEmpty()) {
            int then = offset(source, rule.getConsequenceLine(), rule.getConsequencePattern());
            Refusal fault = ConsequenceFault.find(source, Math.max(rule.getStartCharacter(), then));
            diagnostics.add(source, fault.at(), String.valueOf(fault.getMessage()));
        }
        return consequence.orElse(null);
    }

    private void checkFits(
            Source source, RuleDescr rule, WhenReader when, Condition condition, Consequence consequence) {
        boolean policy = when.facts().contains("Assessment");
        if (policy != consequence instanceof Consequence.Choose) {
            diagnostics.add(
                    source,
                    rule.getStartCharacter(),
                    policy
                            ? "a policy rule, over an Assessment, chooses: risk.allow(), monitor, throttle, challenge, review"
                            : "only a policy rule, over an Assessment, may choose what to do");
        }
        if (consequence instanceof Consequence.Count) {
            refuseOwnTallies(source, rule, when.asked());
        } else if (consequence instanceof Consequence.Choose choose) {
            PolicyBand.problem(condition, choose)
                    .ifPresent(problem -> diagnostics.add(source, rule.getStartCharacter(), problem));
        }
    }

    /** Tally rules run before their tallies are counted, so that the order of rules never matters. */
    private void refuseOwnTallies(Source source, RuleDescr rule, List<Asked> asked) {
        asked.stream()
                .map(each -> each.question().tally())
                .filter(tallies::isDefinedByRule)
                .forEach(tally -> diagnostics.add(
                        source,
                        Math.max(rule.getStartCharacter(), source.text().indexOf(tally, rule.getStartCharacter())),
                        "a rule that counts a tally may not ask for \"" + tally + "\", which a rule counts too"));
    }

    private Rule raised(Source source, RuleDescr rule) {
        String signal = annotation(rule, "signal");
        String threat = annotation(rule, "threat");
        String score = annotation(rule, "score");
        String entity = annotation(rule, "entity");
        check(source, rule, "signal", SIGNAL.matcher(signal).matches(), "lower-case-words", "");
        check(source, rule, "threat", THREAT.matcher(threat).matches(), "OAT-001 to OAT-021 or API1 to API10", "");
        boolean scored = score.matches("[1-9]\\d?|100");
        check(source, rule, "score", scored, "1 to 100", "");
        Optional<EntityKind> kind = EntityKind.ofLabel(entity);
        List<String> kinds =
                List.of(EntityKind.values()).stream().map(EntityKind::label).toList();
        check(source, rule, "entity", kind.isPresent(), "one of " + kinds, Hint.of(entity, kinds));
        return new Rule(
                rule.getName(),
                source.family(),
                annotation(rule, "description"),
                signal,
                threat,
                scored ? Integer.parseInt(score) : 0,
                kind.orElse(EntityKind.IP),
                source.file(),
                source.line(rule.getStartCharacter()));
    }

    private void checkAnnotations(Source source, RuleDescr rule) {
        rule.getAnnotationNames().stream()
                .filter(name -> !ANNOTATIONS.contains(name))
                .sorted(Comparator.naturalOrder())
                .forEach(name -> diagnostics.add(
                        source,
                        WrittenAnnotations.first(source, rule, name),
                        "there is no @" + name + Hint.of(name, ANNOTATIONS)));
        ANNOTATIONS.stream().sorted().forEach(name -> {
            List<Integer> written = WrittenAnnotations.all(source, rule, name);
            if (written.size() > 1) {
                diagnostics.add(source, written.get(1), "@" + name + " is there already: a rule has each once");
            }
        });
    }

    private void check(Source source, RuleDescr rule, String annotation, boolean fine, String values, String hint) {
        if (fine) {
            return;
        }
        String written = annotation(rule, annotation);
        diagnostics.add(
                source,
                rule.getAnnotation(annotation) == null
                        ? rule.getStartCharacter()
                        : WrittenAnnotations.first(source, rule, annotation),
                written.isEmpty()
                        ? "@" + annotation + " is needed: " + values
                        : "@" + annotation + " is " + values + ", not \"" + written + "\"" + hint);
    }

    private static String annotation(RuleDescr rule, String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        Object value = annotation == null ? null : annotation.getSingleValue();
        return value == null ? "" : value.toString().replaceAll("^\"|\"$", "");
    }
}
