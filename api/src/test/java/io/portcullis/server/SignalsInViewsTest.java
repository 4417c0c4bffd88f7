package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.processing.View;
import io.portcullis.projections.processing.Views;
import io.portcullis.projections.risk.EntityRisk;
import io.portcullis.projections.risk.RiskViews;
import io.portcullis.projections.risk.SignalTotal;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import io.portcullis.scenarios.Scenario;
import io.portcullis.scenarios.ScenarioFile;
import io.portcullis.store.EventLog;
import io.portcullis.store.ViewDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the shipped rules find in the shipped scenarios can be read in a risk view. */
@Tag("slow")
class SignalsInViewsTest {

    @TempDir
    private Path folder;

    @Test
    void everySignalOfThePackIsInTheViewOfTheAccused_withItsRuleAndEvidence() throws Exception {
        List<Decided> raised = new ArrayList<>();
        TreeSet<String> signals = new TreeSet<>();
        try (RuleSet rules = RuleSet.shipped()) {
            for (ScenarioFile file : ScenarioFile.shipped()) {
                file.scenarios().forEach(scenario -> raised.addAll(raised(rules, scenario, raised.size())));
            }
            rules.rules().stream().map(Rule::signal).forEach(signals::add);
        }
        Map<String, EntityRef> accused = new LinkedHashMap<>();
        raised.forEach(
                one -> one.decision().reasons().forEach(reason -> accused.put(reason.signal(), reason.entity())));
        assertThat(accused.keySet()).containsExactlyInAnyOrderElementsOf(signals);

        try (EventLog log = EventLog.open(folder);
                ViewDatabase database = ViewDatabase.open(folder);
                Views views = Views.start(
                        views(database), log.eventStore(), database.dataSource(), database.transactions())) {
            log.append(raised);
            views.awaitCaughtUp(Duration.ofSeconds(60));
            RiskViews risk = new RiskViews(database.dataSource(), EnumSet.allOf(EntityKind.class));
            accused.forEach((signal, entity) -> {
                SignalTotal total = risk.find(entity.kind(), entity.id()).orElseThrow().signals().stream()
                        .filter(each -> each.signal().equals(signal))
                        .findFirst()
                        .orElseThrow();
                Reason last = last(raised, signal, entity);
                assertThat(total.rule()).isEqualTo(last.rule());
                assertThat(total.evidence()).containsExactlyEntriesOf(last.evidence());
            });
        }
    }

    private static List<View> views(ViewDatabase database) {
        return EnumSet.allOf(EntityKind.class).stream()
                .map(kind -> (View) new EntityRisk(kind, database.dataSource()))
                .toList();
    }

    /** The scenario's decisions that accuse somebody, as the log goes on from a position. */
    private static List<Decided> raised(RuleSet rules, Scenario scenario, int position) {
        List<Decided> raised = new ArrayList<>();
        Engine engine = new Engine(rules);
        for (Activity activity : scenario.activities()) {
            Decision decision = engine.decide(activity, position + raised.size() + 1);
            if (!decision.reasons().isEmpty()) {
                raised.add(new Decided(activity, decision));
            }
        }

        return raised;
    }

    private static Reason last(List<Decided> raised, String signal, EntityRef entity) {
        List<Reason> reasons = raised.stream()
                .flatMap(one -> one.decision().reasons().stream())
                .filter(reason ->
                        reason.signal().equals(signal) && reason.entity().equals(entity))
                .toList();
        return reasons.get(reasons.size() - 1);
    }
}
