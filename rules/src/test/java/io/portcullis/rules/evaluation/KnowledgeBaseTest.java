package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Assessment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Analysts publish rule sets as often as they like. */
class KnowledgeBaseTest {

    private static final String POLICY = "rule \"A\" when Assessment( score > 5 ) then risk.review(); end";

    private static KnowledgeBase compile(String drl) {
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics).read(List.of(new Source("a.drl", drl)));
        KnowledgeBase base = KnowledgeBase.compile(rules, new Schema(Map.of()), diagnostics);
        assertThat(diagnostics.isEmpty()).isTrue();
        return base;
    }

    @Test
    void givenRuleSetsThatAreClosed_thenTheirClassesAreUnloaded() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loaders.add(loadAndClose());
        }
        for (int i = 0; i < 20 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
        }
        assertThat(loaders.stream().filter(loader -> loader.get() != null)).isEmpty();
    }

    /** Of an assessment without an activity, nobody can say the type. */
    @Test
    @SuppressWarnings("NullAway")
    void givenAFactThatFails_thenTheNextOneIsSeenByItself() {
        try (KnowledgeBase base = compile(POLICY
                        + " rule \"B\" when Assessment( score > 50, type == \"payment\" ) then risk.review(); end");
                RuleSession session = new RuleSession(base)) {
            assertThatThrownBy(() -> session.evaluate(new Assessment(null, 60, Set.of())))
                    .isInstanceOf(RuntimeException.class);
            assertThat(session.evaluate(new Assessment(null, 5, Set.of()))).isEmpty();
            assertThat(session.evaluate(new Assessment(null, 9, Set.of()))).hasSize(1);
        }
    }

    private static WeakReference<ClassLoader> loadAndClose() {
        try (KnowledgeBase base = compile(POLICY);
                Evaluated evaluated = new Evaluated(base)) {
            return evaluated.loader();
        }
    }

    /** A session that has evaluated something, with the loader of its classes. */
    private static final class Evaluated implements AutoCloseable {

        private final ClassLoader loader;
        private final RuleSession session;

        Evaluated(KnowledgeBase base) {
            this.loader = base.container().getClassLoader();
            this.session = new RuleSession(base);
            assertThat(session.evaluate(new Object())).isEmpty();
        }

        WeakReference<ClassLoader> loader() {
            return new WeakReference<>(loader);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
