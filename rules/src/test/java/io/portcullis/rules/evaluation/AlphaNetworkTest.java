package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Recollection;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Assessment;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.rules.vocabulary.Cast;
import io.portcullis.rules.vocabulary.Client;
import io.portcullis.rules.vocabulary.Endpoint;
import io.portcullis.rules.vocabulary.Entity;
import io.portcullis.rules.vocabulary.Login;
import io.portcullis.rules.vocabulary.Network;
import io.portcullis.rules.vocabulary.Recall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlphaNetworkTest {

    private static final Question CALLS = new Question(Question.Function.COUNT, "", "login", "1h");

    private static final Cast CAST = new Cast(
            entity(EntityKind.USER),
            entity(EntityKind.ACCOUNT),
            entity(EntityKind.ORGANIZATION),
            entity(EntityKind.DEVICE),
            entity(EntityKind.IP),
            entity(EntityKind.API_KEY),
            entity(EntityKind.TOKEN),
            entity(EntityKind.SESSION),
            entity(EntityKind.CARD),
            new Network(recall(EntityKind.NETWORK)),
            new Client(recall(EntityKind.CLIENT)),
            new Endpoint(recall(EntityKind.ENDPOINT)));

    private @Nullable KnowledgeBase base;

    @AfterEach
    void close() {
        if (base != null) {
            base.close();
        }
    }

    /** @param patterns of which each becomes a policy rule, called by its index */
    private AlphaNetwork policies(String... patterns) {
        return network("", "risk.review();", patterns);
    }

    /** @param patterns of which each becomes a rule that raises a signal, called by its index */
    private AlphaNetwork signals(String... patterns) {
        return network("@signal(\"a\") @threat(\"OAT-001\") @score(10) @entity(\"ip\")", "risk.raise();", patterns);
    }

    private AlphaNetwork network(String annotations, String consequence, String... patterns) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < patterns.length; i++) {
            drl.append("rule \"%d\" %s when %s then %s end\n".formatted(i, annotations, patterns[i], consequence));
        }
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics).read(List.of(new Source("a.drl", drl.toString())));
        Schema schema = new Schema(Map.of(EntityKind.IP, List.of(CALLS)));
        base = KnowledgeBase.compile(rules, schema, diagnostics);
        assertThat(diagnostics.isEmpty()).isTrue();
        return base.network();
    }

    /** By someone of whom nothing is remembered. */
    private static Login login(String outcome) {
        String json =
                "{\"type\":\"login\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"ip\":\"192.0.2.1\",\"outcome\":\"%s\"}"
                        .formatted(outcome);
        try {
            Activity activity = new ActivityReader(() -> "a").read(json.getBytes(StandardCharsets.UTF_8));
            return new Login((io.portcullis.domain.activity.Login) activity, CAST, Background.NONE);
        } catch (InvalidActivity e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Recall recall(EntityKind kind) {
        return Recollection.ofNothing(kind, () -> kind == EntityKind.IP ? "192.0.2.1" : null);
    }

    private static Entity entity(EntityKind kind) {
        return new Entity(recall(kind));
    }

    /** Of an assessment without an activity, nobody can say the type. */
    @SuppressWarnings("NullAway")
    private static Assessment assessment(int score) {
        return new Assessment(null, score, Set.of());
    }

    private static List<String> matches(AlphaNetwork network, Object fact) {
        List<ParsedRule> matches = new ArrayList<>();
        network.match(fact, matches);
        return names(matches);
    }

    @Test
    void rulesMatchOfWhichAllConstraintsHold() {
        AlphaNetwork network = policies(
                "Assessment( score > 5 )", "Assessment( score > 5, score < 60 )", "Assessment( high, score > 5 )");
        assertThat(matches(network, assessment(30))).containsExactlyInAnyOrder("0", "1");
        assertThat(matches(network, assessment(70))).containsExactlyInAnyOrder("0", "2");
        assertThat(matches(network, assessment(5))).isEmpty();
    }

    @Test
    void aRuleWithoutConstraintsMatchesWhateverItIsAbout() {
        AlphaNetwork network = policies("Assessment( )");
        assertThat(matches(network, assessment(0))).containsExactly("0");
        assertThat(matches(network, "something else")).isEmpty();
    }

    @Test
    void aConstraintThatFailsSaysSo_andTheNextFactIsSeenByItself() {
        AlphaNetwork network = policies("Assessment( score > 5 )", "Assessment( score > 50, type == \"payment\" )");
        assertThatThrownBy(() -> matches(network, assessment(60))).hasMessageContaining("type == \"payment\"");
        assertThat(matches(network, assessment(9))).containsExactly("0");
    }

    private static List<String> ahead(AlphaNetwork network, Login fact) {
        return names(network.matchAhead(fact).rules());
    }

    private static List<String> asked(AlphaNetwork network, Login fact) {
        List<ParsedRule> matches = new ArrayList<>();
        network.matchAhead(fact).ask(fact, matches);
        return names(matches);
    }

    private static List<String> names(List<ParsedRule> rules) {
        return rules.stream().map(ParsedRule::name).toList();
    }

    @Test
    void whatNeedsNoMemoryMatchesAhead_andWhatAsksItWhenItIsAsked() {
        AlphaNetwork network = signals(
                "Login( failed )",
                "Login( failed, ip.count(\"login\", \"1h\") == 0 )",
                "Login( failed, ip.count(\"login\", \"1h\") == 0, !session.present )",
                "Login( failed, ip.count(\"login\", \"1h\") > 5 )",
                "Login( succeeded, ip.count(\"login\", \"1h\") == 0 )");
        assertThat(ahead(network, login("failed"))).containsExactly("0");
        assertThat(asked(network, login("failed"))).containsExactlyInAnyOrder("1", "2");
        assertThat(ahead(network, login("succeeded"))).isEmpty();
        assertThat(asked(network, login("succeeded"))).containsExactly("4");
    }

    @Test
    void aRuleAboutSeveralPurposesMatchesOnce_asDoOnesAboutAnyActivity() {
        AlphaNetwork network = signals(
                "Login( endpoint.purpose in (\"\", \"login\", \"token\") )",
                "Activity( !session.present )",
                "Login( !session.present )");
        assertThat(ahead(network, login("failed"))).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(asked(network, login("failed"))).isEmpty();
    }
}
