package io.portcullis.scenarios;

import io.portcullis.rules.Rule;
import java.util.List;
import java.util.Set;

/**
 * How a scenario ended.
 *
 * @param failures each with the values that the rules saw; none when all came out as expected
 * @param fired the names of the rules that fired
 * @param silent the signals and rules that it expects to be silent
 */
public record ScenarioResult(Scenario scenario, List<String> failures, Set<String> fired, Set<String> silent) {

    public boolean passed() {
        return failures.isEmpty();
    }

    /** Whether it expects the rule to be silent, and so it is. */
    boolean isNearMissOf(Rule rule) {
        return (silent.contains(rule.signal()) || silent.contains(rule.name())) && !fired.contains(rule.name());
    }
}
