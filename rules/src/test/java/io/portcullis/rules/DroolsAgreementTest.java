package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.evaluation.DroolsSession;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Portcullis finds in the rules that Drools compiled is what a session of Drools finds. */
class DroolsAgreementTest {

    @Test
    void givenTheShippedRules_thenEachActivityMatchesTheSameOnes() throws Exception {
        List<Activity> log = DeterminismTest.log();
        int counted = 0;
        int fired = 0;
        try (RuleSet rules = RuleSet.shipped();
                DroolsSession tallies = DroolsSession.ofTallies(rules.compiled());
                DroolsSession decisions = DroolsSession.ofDecisions(rules.compiled())) {
            Engine engine = new Engine(rules);
            Evaluator evaluator = new Evaluator(rules.compiled());
            for (int i = 0; i < log.size(); i++) {
                Prepared prepared = engine.prepare(log.get(i));
                engine.remember(prepared);
                List<String> found = new ArrayList<>(prepared.ahead().tallies());
                found.addAll(evaluator.tallies(engine.onStage(), prepared.ahead()));
                assertThat(found).containsExactlyInAnyOrderElementsOf(names(tallies.evaluate(engine.onStage())));
                counted += found.size();

                List<ParsedRule> matches = engine.evaluate();
                assertThat(matches).containsExactlyInAnyOrderElementsOf(decisions.evaluate(engine.onStage()));
                fired += matches.size();
                engine.conclude(matches, i + 1L);
            }
        }
        assertThat(counted).isPositive();
        assertThat(fired).isPositive();
    }

    private static List<String> names(List<ParsedRule> tallies) {
        return tallies.stream()
                .map(ParsedRule::consequence)
                .map(Consequence.Count.class::cast)
                .map(Consequence.Count::tally)
                .toList();
    }

    @Test
    void givenThePolicies_thenEachAssessmentMatchesTheSameOnes() throws Exception {
        int fired = 0;
        try (RuleSet rules = RuleSet.shipped();
                DroolsSession decisions = DroolsSession.ofDecisions(rules.compiled())) {
            Engine engine = new Engine(rules);
            Evaluator evaluator = new Evaluator(rules.compiled());
            for (Activity activity : DeterminismTest.log().subList(0, 200)) {
                engine.remember(engine.prepare(activity));
                for (int score = 25; score < 85; score += 5) {
                    Assessment assessment = new Assessment(engine.onStage(), score, Set.of("credential-stuffing"));
                    List<ParsedRule> matches = evaluator.policies(assessment);
                    assertThat(matches).containsExactlyInAnyOrderElementsOf(decisions.evaluate(assessment));
                    fired += matches.size();
                }
            }
        }
        assertThat(fired).isPositive();
    }
}
