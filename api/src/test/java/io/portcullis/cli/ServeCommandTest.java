package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.intake.IntakeSettings;
import io.portcullis.rules.RuleSet;
import io.portcullis.server.PortcullisServer;
import io.portcullis.server.ServeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void givenRulesThatMayNotRun_thenItDoesNotStartAndSaysWhere() throws IOException {
        Path rules = rules("ip.count(\"logn\", \"1h\") > 3");

        Cli result = Cli.run("serve", "--port", "0", "--data", data(), "--rules", rules.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains(rules.resolve("login/one.drl") + ":4:")
                .contains(": error: ")
                .contains("login");
    }

    @Test
    void givenNoSuchFolderOfRules_thenItDoesNotStart() {
        Cli result = Cli.run("serve", "--port", "0", "--data", data(), "--rules", "nowhere");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("nowhere: there is no such folder of rules");
    }

    @Test
    void givenRulesThatMayRun_thenTheyDecide() throws Exception {
        Path rules = rules("ip.count(\"login\", \"1h\") > 3");
        ServeOptions options = new ServeOptions(0, folder.resolve("data"), null, rules, null, IntakeSettings.DEFAULTS);

        try (PortcullisServer server = PortcullisServer.start(options);
                RuleSet same = RuleSet.load(rules)) {
            assertThat(server.intake().ruleSet()).isEqualTo(same.id());
        }
    }

    @Test
    void givenMoreMemoryThanJavaHas_thenItDoesNotStart() {
        Cli result = Cli.run("serve", "--port", "0", "--data", data(), "--memory", "4000g");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("heap of 4000g").contains("use ./portcullis, or java -Xmx4000g");
    }

    @Test
    void givenMemoryThatIsNoSize_thenItSaysWhatOneIs() {
        Cli result = Cli.run("serve", "--port", "0", "--data", data(), "--memory", "4 GB");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--memory").contains("takes a size such as 512m or 4g, not \"4 GB\"");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Path rules(String condition) throws IOException {
        Path family = Files.createDirectories(folder.resolve("rules/login"));
        Files.writeString(family.resolve("one.drl"), """
                rule "One"
                    @signal("one") @threat("OAT-008") @score(60) @entity("ip")
                when
                    Login( %s )
                then
                    risk.raise();
                end
                """.formatted(condition));
        return folder.resolve("rules");
    }
}
