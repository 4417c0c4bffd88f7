package io.portcullis.rules.evaluation;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.Pattern;
import io.portcullis.rules.memory.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Rules compiled by Drools into its executable model. Closing it also takes the module out of Drools' repository, which
 * would keep it for ever.
 */
final class KnowledgeBase implements AutoCloseable {

    private static final String PACKAGE = "portcullis";
    private static final String FILE = "src/main/resources/portcullis/rules.drl";

    private final KieServices kie = KieServices.get();
    private final ReleaseId release;
    /** In the order of their names in the knowledge base, which are their indexes; some are there several times. */
    private final List<ParsedRule> rules;
    /** Of each rule, as Drools got it. */
    private final List<Pattern> patterns;

    private @Nullable KieContainer container;
    private @Nullable AlphaNetwork network;

    private KnowledgeBase(ReleaseId release, List<ParsedRule> rules, List<Pattern> patterns) {
        this.release = release;
        this.rules = rules;
        this.patterns = patterns;
    }

    /** @param schema what the rules remember, and where */
    static KnowledgeBase compile(List<ParsedRule> parsed, Schema schema, Diagnostics diagnostics) {
        List<ParsedRule> rules = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        Addresses addresses = new Addresses(schema);
        for (ParsedRule rule : parsed) {
            for (Pattern pattern : Indexed.each(addresses.of(rule))) {
                rules.add(rule);
                patterns.add(pattern);
            }
        }
        KieServices kie = KieServices.get();
        ReleaseId release =
                kie.newReleaseId("portcullis", "rules", UUID.randomUUID().toString());
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        List<Pattern> placed = place(patterns);
        files.write(FILE, drl(placed));
        kie.newKieBuilder(files, new ClassPath())
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .getMessages(Message.Level.ERROR)
                .forEach(message -> report(message, rules, diagnostics));
        return new KnowledgeBase(release, rules, placed);
    }

    private static List<Pattern> place(List<Pattern> patterns) {
        ConstraintOrder order = new ConstraintOrder(patterns);
        return Chains.join(Guards.place(patterns.stream().map(order::order).toList()));
    }

    /** Built from what the reader wrote anew, one rule a line, each named by its index. */
    private static String drl(List<Pattern> patterns) {
        StringBuilder drl = new StringBuilder("package " + PACKAGE + "; import io.portcullis.rules.vocabulary.*;\n");
        for (int i = 0; i < patterns.size(); i++) {
            drl.append("rule \"").append(i).append("\" when ");
            drl.append(patterns.get(i).drl()).append(" then end\n");
        }
        return drl.toString();
    }

    private static void report(Message message, List<ParsedRule> rules, Diagnostics diagnostics) {
        String text = message.getText().lines().findFirst().orElse("");
        int index = message.getLine() - 2;
        if (index < 0 || index >= rules.size()) {
            diagnostics.add(new Diagnostic("rules", 1, 1, text));
            return;
        }
        ParsedRule rule = rules.get(index);
        diagnostics.add(rule.source(), rule.offset(), "\"" + rule.name() + "\": " + text);
    }

    /** Only of rules that compiled. */
    synchronized AlphaNetwork network() {
        if (network == null) {
            KieBase base = container().getKieBase();
            network = new AlphaNetwork(IntStream.range(0, rules.size())
                    .mapToObj(i ->
                            new AlphaNetwork.Path(rules.get(i), patterns.get(i).fact(), constraints(base, i)))
                    .toList());
        }
        return network;
    }

    private List<Constraint> constraints(KieBase base, int rule) {
        RuleImpl compiled = (RuleImpl) base.getRule(PACKAGE, Integer.toString(rule));
        org.drools.base.rule.Pattern pattern =
                (org.drools.base.rule.Pattern) compiled.getLhs().getChildren().get(0);
        List<String> texts = patterns.get(rule).constraints();
        if (pattern.getConstraints().size() != texts.size()) {
            throw new IllegalStateException(
                    "compiled otherwise than written: " + patterns.get(rule).drl());
        }
        return IntStream.range(0, texts.size())
                .mapToObj(i ->
                        Constraint.of(texts.get(i), pattern.getConstraints().get(i)))
                .toList();
    }

    synchronized KieContainer container() {
        if (container == null) {
            container = kie.newKieContainer(release);
        }
        return container;
    }

    @Override
    public synchronized void close() {
        network = null;
        if (container != null) {
            container.dispose();
        }
        kie.getRepository().removeKieModule(release);
    }
}
