package io.portcullis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The shipped rules do what the shipped scenarios tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedScenariosTest {

    private final RuleSet rules;
    private final List<ScenarioFile> files;

    ShippedScenariosTest() throws InvalidRules, IOException, InvalidScenario {
        rules = RuleSet.shipped();
        files = ScenarioFile.shipped();
    }

    @AfterAll
    void closeRules() {
        rules.close();
    }

    @TestFactory
    Stream<DynamicContainer> scenarios() {
        ScenarioRunner runner = new ScenarioRunner(rules);
        return files.stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.name(),
                        file.scenarios().stream()
                                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> assertThat(
                                                runner.run(scenario).failures())
                                        .isEmpty()))));
    }

    @Test
    void everyRuleFiresInOneScenarioAndStaysSilentInAnother() {
        ScenarioReport report = new ScenarioRunner(rules).run(files);

        assertThat(report.neverFired()).extracting(Rule::name).isEmpty();
        assertThat(report.withoutNearMiss()).extracting(Rule::name).isEmpty();
    }
}
