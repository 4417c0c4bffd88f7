package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Rules as Drools itself runs them, as they were written: insert the fact, fire, delete it. */
public final class DroolsSession implements AutoCloseable {

    private final KieServices kie = KieServices.get();
    private final ReleaseId release =
            kie.newReleaseId("session", "rules", UUID.randomUUID().toString());
    private final List<ParsedRule> rules;
    private final KieSession session;

    public DroolsSession(List<ParsedRule> rules) {
        this.rules = rules;
        StringBuilder drl = new StringBuilder("package session; import io.portcullis.rules.vocabulary.*;\n");
        for (int i = 0; i < rules.size(); i++) {
            drl.append("rule \"%d\" when %s then end\n"
                    .formatted(i, rules.get(i).pattern().drl()));
        }
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/session/rules.drl", drl.toString());
        List<Message> errors = kie.newKieBuilder(files, new ClassPath())
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.toString());
        }
        this.session = kie.newKieContainer(release).newKieSession();
    }

    /** The rules that fire. */
    public List<ParsedRule> evaluate(Object fact) {
        List<ParsedRule> fired = new ArrayList<>();
        FactHandle handle = session.insert(fact);
        session.fireAllRules(match -> {
            fired.add(rules.get(Integer.parseInt(match.getRule().getName())));
            return false;
        });
        session.delete(handle);
        return fired;
    }

    @Override
    public void close() {
        session.dispose();
        kie.getRepository().removeKieModule(release);
    }
}
