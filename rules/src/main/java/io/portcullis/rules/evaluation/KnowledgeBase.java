package io.portcullis.rules.evaluation;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * Rules compiled by Drools into its executable model.
 *
 * <p>Nothing of a consequence is compiled: what a rule does when it fires is read by the gate, and done by the
 * {@link RuleSession}.
 */
final class KnowledgeBase implements AutoCloseable {

    private static final String PACKAGE = "portcullis";
    private static final String FILE = "src/main/resources/portcullis/rules.drl";

    /** In the order of their names in the knowledge base, which are their indexes. */
    private final List<ParsedRule> rules;

    private @Nullable RuleClasses classes;
    private @Nullable KieBase base;

    private KnowledgeBase(List<ParsedRule> rules, @Nullable RuleClasses classes) {
        this.rules = rules;
        this.classes = classes;
    }

    /**
     * @param rules that the knowledge base is to hold
     * @param all of the rule set, which set marks
     * @param schema what the rules remember, and where
     * @param kept where compiled rules are looked up first
     */
    static KnowledgeBase compile(
            List<ParsedRule> rules, List<ParsedRule> all, Schema schema, CompiledFolder kept, Diagnostics diagnostics) {
        String drl = drl(rules, all, new Addresses(schema));
        RuleClasses known = kept.find(drl).orElse(null);
        RuleClasses classes = known == null ? compile(drl, rules, diagnostics) : known;
        KnowledgeBase compiled = new KnowledgeBase(List.copyOf(rules), classes);
        if (known == null && classes != null) {
            // What cannot be loaded is told now, and never kept.
            compiled.base();
            kept.keep(drl, classes);
        }
        return compiled;
    }

    private static @Nullable RuleClasses compile(String drl, List<ParsedRule> rules, Diagnostics diagnostics) {
        KieServices kie = KieServices.get();
        // Drools writes this name into the classes. No two compilations at a time may have the same.
        ReleaseId release =
                kie.newReleaseId("portcullis", "rules", UUID.randomUUID().toString());
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(FILE, drl);
        try {
            KieBuilder builder = kie.newKieBuilder(files, new ClassPath()).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            errors.forEach(message -> report(message, rules, diagnostics));
            return errors.isEmpty() ? RuleClasses.of((CanonicalKieModule) builder.getKieModule()) : null;
        } finally {
            // Drools would keep the module, with all that its compiler holds.
            kie.getRepository().removeKieModule(release);
        }
    }

    /** Built from what the reader wrote again, one rule a line, each named by its index. */
    static String drl(List<ParsedRule> rules, List<ParsedRule> all, Addresses addresses) {
        MarkNumbers marks = MarkNumbers.of(all);
        List<Condition> conditions = CheapestFirst.of(
                rules.stream().map(addresses::of).map(Indexed::of).toList());
        Unmarked unmarked = new Unmarked(new InlinedMarks(marks, setters(all, addresses)));
        StringBuilder drl = new StringBuilder("package " + PACKAGE + "; import io.portcullis.rules.vocabulary.*;\n");
        for (int i = 0; i < rules.size(); i++) {
            ParsedRule rule = rules.get(i);
            String from = " from entry-point \"" + EntryPoints.of(rule, marks) + '"';
            drl.append("rule \"").append(i).append("\" salience ").append(rule.salience());
            drl.append(" when ")
                    .append(unmarked.of(conditions.get(i)).drl(from))
                    .append(" then end\n");
        }
        return drl.toString();
    }

    private static Map<String, List<Condition>> setters(List<ParsedRule> all, Addresses addresses) {
        List<ParsedRule> setters =
                all.stream().filter(rule -> rule.marks() != null).toList();
        List<Condition> conditions =
                CheapestFirst.of(setters.stream().map(addresses::of).toList());
        Map<String, List<Condition>> byMark = new HashMap<>();
        for (int i = 0; i < setters.size(); i++) {
            byMark.computeIfAbsent(String.valueOf(setters.get(i).marks()), first -> new ArrayList<>())
                    .add(conditions.get(i));
        }
        return byMark;
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

    List<ParsedRule> rules() {
        return rules;
    }

    /** One that a single thread uses, which spares it the locks. Only of rules that compiled. */
    KieSession session() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return base().newKieSession(configuration, null);
    }

    /** Only of rules that compiled. */
    synchronized KieBase base() {
        if (base == null) {
            base = Objects.requireNonNull(classes, "the rules did not compile").load();
            // They are loaded.
            classes = null;
        }
        return base;
    }

    @Override
    public synchronized void close() {
        base = null;
        classes = null;
    }
}
