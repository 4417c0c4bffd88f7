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

    /** Those that raise signals. */
    public List<Rule> rules() {
        return rules;
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

    /**
     * The rules that no scenario comes near: none expects them to be silent, by their name or their signal, in which
     * they are silent from beginning to end.
     */
    public List<Rule> withoutNearMiss() {
        return rules.stream()
                .filter(rule -> results.stream().noneMatch(result -> result.isNearMissOf(rule)))
                .toList();
    }
}
