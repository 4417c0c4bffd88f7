package io.portcullis.rules.evaluation;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.Pattern;
import io.portcullis.rules.memory.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * Rules compiled by Drools into its executable model, one network for however many sessions: so it stays in the
 * processor's cache. Closing it also takes the module out of Drools' repository, which would keep it for ever.
 */
final class KnowledgeBase implements AutoCloseable {

    private static final String FILE = "src/main/resources/portcullis/rules.drl";

    private final KieServices kie = KieServices.get();
    private final ReleaseId release;
    private final List<ParsedRule> rules;
    private @Nullable KieContainer container;

    private KnowledgeBase(ReleaseId release, List<ParsedRule> rules) {
        this.release = release;
        this.rules = rules;
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
        files.write(FILE, drl(patterns));
        kie.newKieBuilder(files, new ClassPath())
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .getMessages(Message.Level.ERROR)
                .forEach(message -> report(message, rules, diagnostics));
        return new KnowledgeBase(release, rules);
    }

    /** Built from what the reader wrote anew, one rule a line, each named by its index. */
    private static String drl(List<Pattern> patterns) {
        ConstraintOrder order = new ConstraintOrder(patterns);
        List<Pattern> placed =
                Chains.join(Guards.place(patterns.stream().map(order::order).toList()));
        StringBuilder drl = new StringBuilder("package portcullis; import io.portcullis.rules.vocabulary.*;\n");
        for (int i = 0; i < placed.size(); i++) {
            drl.append("rule \"").append(i).append("\" when ");
            drl.append(placed.get(i).drl()).append(" then end\n");
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

    /** In the order of their names in the knowledge base, which are their indexes; some are there several times. */
    List<ParsedRule> rules() {
        return rules;
    }

    /**
     * Only of rules that compiled. For one thread at a time, which spares it locks; Drools then keeps the facts of a
     * consequence once for all sessions, so that none may ever run: see {@link RuleSession}.
     */
    KieSession newSession() {
        KieSessionConfiguration configuration = kie.newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return container().getKieBase().newKieSession(configuration, null);
    }

    synchronized KieContainer container() {
        if (container == null) {
            container = kie.newKieContainer(release);
        }
        return container;
    }

    @Override
    public synchronized void close() {
        if (container != null) {
            container.dispose();
        }
        kie.getRepository().removeKieModule(release);
    }
}
