package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.kie.api.KieBase;

/** Analysts publish rule sets as often as they like. */
class KnowledgeBaseTest {

    private static final String POLICY = "rule \"A\" when Assessment( score > 5 ) then risk.review(); end";

    private static KnowledgeBase compile(String drl) {
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics).read(List.of(new Source("a.drl", drl)));
        KnowledgeBase base =
                KnowledgeBase.compile(rules, rules, new Schema(Map.of()), CompiledFolder.none(), diagnostics);
        assertThat(diagnostics.isEmpty()).isTrue();
        return base;
    }

    @Test
    void givenRuleSetsThatAreClosed_thenNothingHoldsThem() {
        List<WeakReference<KieBase>> loaders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loaders.add(loadAndClose());
        }
        for (int i = 0; i < 20 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
        }
        assertThat(loaders.stream().filter(loader -> loader.get() != null)).isEmpty();
    }

    @Test
    void givenMoreRuleSetsThanDroolsRepositoryHolds_thenTheFirstStillRuns() {
        List<KnowledgeBase> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(compile(POLICY));
        }
        assertThat(matches(all.get(0))).hasSize(1);
        all.forEach(KnowledgeBase::close);
    }

    private static WeakReference<KieBase> loadAndClose() {
        try (KnowledgeBase base = compile(POLICY)) {
            assertThat(matches(base)).hasSize(1);
            return new WeakReference<>(base.base());
        }
    }

    @SuppressWarnings("NullAway")
    private static List<ParsedRule> matches(KnowledgeBase base) {
        try (RuleSession session = new RuleSession(base)) {
            return List.copyOf(session.evaluate(EntryPoints.POLICY, new Assessment(null, 9, Set.of())));
        }
    }
}
