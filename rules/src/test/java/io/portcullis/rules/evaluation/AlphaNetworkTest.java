package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlphaNetworkTest {

    private @Nullable KnowledgeBase base;

    @AfterEach
    void close() {
        if (base != null) {
            base.close();
        }
    }

    /** @param patterns of which each becomes a policy rule, called by its index */
    private AlphaNetwork network(String... patterns) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < patterns.length; i++) {
            drl.append("rule \"%d\" when %s then risk.review(); end\n".formatted(i, patterns[i]));
        }
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics).read(List.of(new Source("a.drl", drl.toString())));
        base = KnowledgeBase.compile(rules, new Schema(Map.of()), diagnostics);
        assertThat(diagnostics.isEmpty()).isTrue();
        return base.network();
    }

    /** Of an assessment without an activity, nobody can say the type. */
    @SuppressWarnings("NullAway")
    private static Assessment assessment(int score) {
        return new Assessment(null, score, Set.of());
    }

    private static List<String> matches(AlphaNetwork network, Object fact) {
        List<ParsedRule> matches = new ArrayList<>();
        network.match(fact, matches);
        return matches.stream().map(ParsedRule::name).toList();
    }

    @Test
    void rulesMatchOfWhichAllConstraintsHold() {
        AlphaNetwork network = network(
                "Assessment( score > 5 )", "Assessment( score > 5, score < 60 )", "Assessment( high, score > 5 )");
        assertThat(matches(network, assessment(30))).containsExactlyInAnyOrder("0", "1");
        assertThat(matches(network, assessment(70))).containsExactlyInAnyOrder("0", "2");
        assertThat(matches(network, assessment(5))).isEmpty();
    }

    @Test
    void aRuleWithoutConstraintsMatchesWhateverItIsAbout() {
        AlphaNetwork network = network("Assessment( )");
        assertThat(matches(network, assessment(0))).containsExactly("0");
        assertThat(matches(network, "something else")).isEmpty();
    }

    @Test
    void aConstraintThatFailsSaysSo_andTheNextFactIsSeenByItself() {
        AlphaNetwork network = network("Assessment( score > 5 )", "Assessment( score > 50, type == \"payment\" )");
        assertThatThrownBy(() -> matches(network, assessment(60))).isInstanceOf(RuntimeException.class);
        assertThat(matches(network, assessment(9))).containsExactly("0");
    }
}
