package io.portcullis.scenarios;

import io.portcullis.rules.Rule;
import java.util.List;

/** How many scenarios ended, and what they say about the rules. */
public final class ScenarioReport {

    private final List<Rule> rules;
    private final List<ScenarioResult> results;

    ScenarioReport(List<Rule> rules, List<ScenarioResult> results) {
        this.rules = rules;
        this.results = List.copyOf(results);
    }

    public List<ScenarioResult> results() {
        return results;
    }

    public boolean passed() {
        return results.stream().allMatch(ScenarioResult::passed);
    }

    /** The rules that no scenario makes fire. */
    public List<Rule> neverFired() {
        return rules.stream()
                .filter(rule ->
                        results.stream().noneMatch(result -> result.fired().contains(rule.name())))
                .toList();
    }

    /** The rules that no scenario expects to be silent, by their signal or by their name. */
    public List<Rule> withoutNearMiss() {
        return rules.stream()
                .filter(rule -> results.stream()
                        .noneMatch(result -> result.silent().contains(rule.signal())
                                || result.silent().contains(rule.name())))
                .toList();
    }
}
