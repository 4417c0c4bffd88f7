package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kept session of Drools, over facts that need no engine. */
@SuppressWarnings("NullAway")
class RuleSessionTest {

    private static RuleSession session(String drl) {
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics).read(List.of(new Source("a.drl", drl)));
        KnowledgeBase base =
                KnowledgeBase.compile(rules, rules, new Schema(Map.of()), CompiledFolder.none(), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return new RuleSession(base);
    }

    private static List<String> fired(RuleSession session, int score) {
        List<String> names = session.evaluate(EntryPoints.POLICY, new Assessment(null, score, Set.of())).stream()
                .map(ParsedRule::name)
                .toList();
        session.clear();
        return names;
    }

    @Test
    void givenOneFactAfterTheOther_thenNothingIsLeftOfTheOneBefore() {
        try (RuleSession session = session("rule \"A\" when Assessment( score > 5 ) then risk.review(); end")) {
            assertThat(fired(session, 9)).containsExactly("A");
            assertThat(fired(session, 3)).isEmpty();
            assertThat(fired(session, 7)).containsExactly("A");
        }
    }

    @Test
    void givenAConditionThatFails_thenNothingIsLeftOfItsFact() {
        // An assessment of no activity cannot tell the type.
        try (RuleSession session = session("""
                rule "A" when Assessment( score > 5 ) then risk.review(); end
                rule "B" when Assessment( type == "login", score > 6 ) then risk.review(); end
                """)) {
            assertThatThrownBy(() -> session.insert(EntryPoints.POLICY, new Assessment(null, 9, Set.of())))
                    .isInstanceOf(RuntimeException.class);
            assertThat(fired(session, 3)).isEmpty();
        }
    }

    @Test
    void givenAlternativesThatAllHold_thenTheRuleFiresOnce() {
        try (RuleSession session =
                session("rule \"A\" when Assessment( score > 5 ) or Assessment( score > 6 ) then risk.review(); end")) {
            assertThat(fired(session, 9)).containsExactly("A");
        }
    }

    @Test
    void givenRulesOfTheSameRank_thenSalienceSaysWhichComesFirst() {
        try (RuleSession session = session("""
                rule "Low" salience -5 when Assessment() then risk.review(); end
                rule "High" salience 5 when Assessment() then risk.review(); end
                rule "Middle" when Assessment() then risk.review(); end
                """)) {
            assertThat(fired(session, 9)).containsExactly("High", "Middle", "Low");
        }
    }
}
