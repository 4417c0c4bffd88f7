package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void givenRulesThatMayRun_thenItSaysHowMany() throws IOException {
        Cli check = Cli.run("check", RuleFolder.failedLogins(folder, 3));

        assertThat(check.status()).isZero();
        assertThat(check.out()).startsWith("1 rule may run");
    }

    @Test
    void givenAMistake_thenItIsAFindingWithItsPlace() throws IOException {
        RuleFolder.failedLogins(folder, 3);
        RuleFolder.write(folder, """
                rule "Slip"
                    @signal("slip") @threat("OAT-007") @score(65) @entity("ip")
                when
                    Login( failed, ip.count("login.faild", "10m") >= 3 )
                then
                    risk.raise();
                end
                """);

        Cli check = Cli.run("check", folder);

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out())
                .contains(folder.resolve("login").resolve("failed.drl") + ":4:", ": error: ", "login.failed");
    }

    @Test
    void givenNoSuchFolder_thenItIsMisuse() {
        Cli check = Cli.run("check", folder.resolve("nowhere"));

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains("there is no such folder");
    }

    @Test
    void givenAFolderWithoutRules_thenItIsMisuse_asNothingWouldBeFound() throws IOException {
        Files.writeString(folder.resolve("rules.txt"), "rule");

        Cli check = Cli.run("check", folder);

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains(folder + ": there are no rules in it");
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : new String[] {"check", "test", "replay", "import", "simulate"}) {
            Cli help = Cli.run(command, "--help");
            assertThat(help.status()).as(command).isZero();
            assertThat(help.out()).as(command).startsWith("Usage: portcullis " + command);
        }
        assertThat(Cli.run("--help").out()).contains("check", "test", "replay", "import", "simulate", "bench");
        assertThat(Cli.run("help", "replay").out())
                .isEqualTo(Cli.run("replay", "--help").out());
        assertThat(Cli.run().status()).isEqualTo(2);
        assertThat(Cli.run("frobnicate").status()).isEqualTo(2);
    }
}
