package io.portcullis.scenarios;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import io.portcullis.rules.Sight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs scenarios against rules, each with a memory of its own. */
public final class ScenarioRunner {

    private final RuleSet rules;
    private final Set<String> known = new TreeSet<>();

    public ScenarioRunner(RuleSet rules) {
        this.rules = rules;
        for (Rule rule : rules.rules()) {
            known.add(rule.signal());
            known.add(rule.name());
        }
    }

    public ScenarioReport run(Collection<ScenarioFile> files) {
        List<ScenarioResult> results = new ArrayList<>();
        for (ScenarioFile file : files) {
            file.scenarios().forEach(scenario -> results.add(run(scenario)));
        }
        return new ScenarioReport(rules.rules(), results);
    }

    public ScenarioResult run(Scenario scenario) {
        List<Decided> decided = decide(scenario);
        Set<String> fired = new LinkedHashSet<>();
        decided.forEach(
                one -> one.decision().reasons().stream().map(Reason::rule).forEach(fired::add));
        Set<String> silent = new LinkedHashSet<>();
        List<String> failures = new ArrayList<>();
        for (Expectation expectation : scenario.expected()) {
            silent.addAll(expectation.silent());
            String where = scenario.file() + ":" + expectation.place().line() + ": " + scenario.name() + ": ";
            unknown(expectation).forEach(name -> failures.add(where + "no rule is called or raises \"" + name + "\""));
            new Verification(expectation, decided, (position, name) -> sights(scenario, position, name))
                    .failure()
                    .ifPresent(failure -> failures.add(where + failure));
        }
        return new ScenarioResult(scenario, List.copyOf(failures), fired, silent);
    }

    private List<Decided> decide(Scenario scenario) {
        try (Engine engine = new Engine(rules)) {
            return decide(engine, scenario.given());
        }
    }

    private static List<Decided> decide(Engine engine, List<Moment> moments) {
        List<Decided> decided = new ArrayList<>();
        for (Moment moment : moments) {
            int position = decided.size() + 1;
            Decision decision = engine.decide(moment.activity(), position);
            decided.add(new Decided(moment, decision));
        }
        return decided;
    }

    /** Decides the scenario again up to there, and looks: the same comes out every time. */
    private List<Sight> sights(Scenario scenario, long position, String name) {
        try (Engine engine = new Engine(rules)) {
            decide(engine, scenario.given().subList(0, (int) position));
            return engine.sights(name);
        }
    }

    /** A slip in a name that is expected to be silent would never fail. */
    private List<String> unknown(Expectation expectation) {
        List<String> unknown = new ArrayList<>(expectation.fired());
        unknown.addAll(expectation.silent());
        unknown.removeAll(known);
        return unknown;
    }
}
