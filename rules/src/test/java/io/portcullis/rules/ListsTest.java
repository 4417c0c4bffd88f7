package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.portcullis.domain.decision.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that an operator names, and rules that ask for them. */
class ListsTest {

    private static final String LISTS = """
            lists:
              - {name: tor, of: ip, file: lists/tor.txt}
              - {name: bad-devices, of: device, file: lists/devices.txt}
              - {name: disposable-mail, of: emailDomain, file: lists/mail.txt}
              - {name: bad-agents, of: userAgent, file: lists/agents.txt}
              - {name: bad-systems, of: network, file: lists/systems.txt}
              - {name: vpn, of: ip, file: lists/vpn.txt}
            """;

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void newFolder() {
        given = new RuleFolder(folder)
                .file("lists.yaml", LISTS)
                .file("lists/tor.txt", "# exits\n192.0.2.0/24  # all of it\n\n  2001:db8:7::/48\n198.51.100.7\n")
                .file("lists/vpn.txt", "203.0.113.0/24\r\n192.0.2.128/25\r\n")
                .file("lists/devices.txt", "d-1\nD-2\n")
                .file("lists/mail.txt", "mailinator.com\n")
                .file("lists/agents.txt", "EvilTool\n")
                .file("lists/systems.txt", "AS64500\n");
    }

    private List<String> fired(String fields) throws InvalidRules {
        try (Story story = given.story()) {
            return Story.rules(story.at("10:00:00", fields));
        }
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        assertThatThrownBy(() -> RuleSet.load(folder))
                .isInstanceOfSatisfying(InvalidRules.class, invalid -> invalid.diagnostics()
                        .forEach(diagnostic -> errors.add(diagnostic.toString())));
        return errors;
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, true",
        "192.0.2.255, true",
        "192.0.3.0, false",
        "198.51.100.7, true",
        "198.51.100.8, false",
        "2001:db8:7:1::5, true",
        "2001:DB8:7:0:0:0:0:5, true",
        "2001:db8:8::5, false",
        "::ffff:192.0.2.1, true",
        "192.0.2.1:4711, true",
    })
    void givenAddressesAndRanges_thenAnAddressInThemIsListed(String ip, boolean listed) throws Exception {
        given.rule("Tor", 50, "Login( ip.listed(\"tor\") )");
        assertThat(fired("'type':'login','outcome':'failed','account':'a','ip':'" + ip + "'"))
                .isEqualTo(listed ? List.of("Tor") : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "# a comment\n10.0.0.7\n",
                "; a comment\n10.0.0.7 ; SBL000007\n",
                "// a comment\n10.0.0.7 // why\n",
                "  ;\n\t10.0.0.7\t# why\n",
                "10.0.0.7;SBL000007\n",
                "10.0.0.7#why",
            })
    void givenComments_thenTheyAreNoEntries(String tor) throws Exception {
        given.file("lists/tor.txt", tor).rule("Tor", 50, "Login( ip.listed(\"tor\") )");
        String login = "'type':'login','outcome':'failed','account':'a','ip':";
        assertThat(fired(login + "'10.0.0.7'")).containsExactly("Tor");
        assertThat(fired(login + "'10.0.0.8'")).isEmpty();
    }

    @Test
    void givenUserAgentsWithTheSignsOfComments_thenTheyArePartOfThem() throws Exception {
        given.file("lists/agents.txt", "compatible; EvilBot (+http://evil.test/bot) // seen in May\n")
                .rule("Bad", 50, "Login( client.listed(\"bad-agents\") )");
        String login = "'type':'login','outcome':'failed','ip':'192.0.2.1','userAgent':";
        assertThat(fired(login + "'Mozilla/5.0 (compatible; EvilBot (+http://evil.test/bot))'"))
                .containsExactly("Bad");
        assertThat(fired(login + "'Mozilla/5.0 (compatible; Other)'")).isEmpty();
    }

    @Test
    void givenIdentifiers_thenTheyAreListedExactly() throws Exception {
        given.rule("Bad", 50, "Login( device.listed(\"bad-devices\") )")
                .rule("Bad system", 50, "Login( network.listed(\"bad-systems\") )");
        String login = "'type':'login','outcome':'failed','ip':'192.0.2.1',";
        assertThat(fired(login + "'device':'d-1'")).containsExactly("Bad");
        assertThat(fired(login + "'device':'d-2'")).isEmpty();
        assertThat(fired(login + "'network':{'asn':'64500'}")).containsExactly("Bad system");
        assertThat(fired(login + "'account':'d-1'")).isEmpty();
    }

    @Test
    void givenTextsOfUserAgents_thenAClientIsListedWhoseUserAgentHoldsOne_whateverTheCase() throws Exception {
        given.rule("Bad", 50, "Login( client.listed(\"bad-agents\") )");
        String login = "'type':'login','outcome':'failed','ip':'192.0.2.1','userAgent':";
        assertThat(fired(login + "'Mozilla/5.0 eviltool/3'")).containsExactly("Bad");
        assertThat(fired(login + "'Mozilla/5.0'")).isEmpty();
        assertThat(fired(login + "'EVILTOOL','app':{'platform':'ios'}")).containsExactly("Bad");
    }

    @ParameterizedTest
    @CsvSource({
        "x@mailinator.com, true",
        "x@MAILINATOR.com, true",
        "x@a.b.mailinator.com, true",
        "x@mailinator.com., true",
        "'x@mailinator.com ', true",
        "x+y@mailinator.com, true",
        "x@notmailinator.com, false",
        "x@com, false",
        "mailinator.com@example.org, false",
        "x, false",
    })
    void givenMailDomains_thenAnAddressBelowThemIsDisposable(String email, boolean disposable) throws Exception {
        given.rule("Disposable", 50, "Signup( disposableEmail )");
        assertThat(fired("'type':'signup','outcome':'succeeded','ip':'192.0.2.1','email':'" + email + "'"))
                .isEqualTo(disposable ? List.of("Disposable") : List.of());
    }

    @Test
    void givenWhatARuleAsked_thenItIsEvidence_andNeedsNoMemory() throws Exception {
        given.rule(
                "Asked",
                50,
                "Login( ip.listed(\"tor\") || device.listed(\"bad-devices\"), ip.listed(\"tor\") == true )");
        try (Story story = given.story()) {
            Decision decision = story.at("10:00:00", "'type':'login','outcome':'failed','ip':'192.0.2.1','device':'d'");
            assertThat(Story.evidence(decision))
                    .containsExactly(entry("listed tor", true), entry("device listed bad-devices", false));
        }
    }

    @Test
    void givenATallyRule_thenItMayAskToo() throws Exception {
        given.tally("tor", "Login( ip.listed(\"tor\") )", "from-tor")
                .rule("Several", 50, "Login( account.count(\"from-tor\", \"1h\") >= 2 )");
        try (Story story = given.story()) {
            String login = "'type':'login','outcome':'failed','account':'a','ip':";
            story.at("10:00:00", login + "'192.0.2.1'");
            story.at("10:00:01", login + "'10.0.0.1'");
            assertThat(Story.rules(story.at("10:00:02", login + "'192.0.2.2'"))).containsExactly("Several");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "192.0.2.1, -, tor, true",
                "192.0.2.200, -, tor, true",
                "203.0.113.1, -, vpn, true",
                "203.0.113.1, residential, residential, false",
                "10.0.0.1, -, '', false",
            })
    void givenListsOfNetworks_thenTheyTellItsKind_whereTheProducerDoesNot(
            String ip, String said, String kind, boolean anonymous) throws Exception {
        given.rule("Kind", 50, "Login( network.kind == \"" + kind + "\" )")
                .rule("Anonymous", 50, "Login( network.anonymous )");
        String network = said == null ? "" : ",'network':{'kind':'" + said + "'}";
        List<String> fired = fired("'type':'login','outcome':'failed','ip':'" + ip + "'" + network);
        assertThat(fired).contains("Kind").hasSize(anonymous ? 2 : 1);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A list that does not exist, or is of another kind, is refused with the nearest that does")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "ip.listed(\"tur\") => 4:22: error: there is no list of ip \"tur\"; did you mean \"tor\"?",
                "device.listed(\"tor\") => 4:26: error: the list \"tor\" is of ip, not of device",
                "ip.listed(\"bad-agents\") => 4:22: error: the list \"bad-agents\" is of userAgent, not of ip",
                "ip.listed() => 4:15: error: this question is written listed(list)",
                "ip.listed(\"tor\", \"1h\") => 4:15: error: this question is written listed(list)",
                "ip.listed(\"\") => 4:22: error: an empty text names nothing",
                "ip.listed(\"tor\") > 1 => 4:29: error: \">\" cannot compare a yes or no with a number",
            })
    void refused(String constraint, String start) {
        given.rule("Asks", 50, "Login( " + constraint + " )");
        assertThat(errors()).first().asString().startsWith("tested/Asks.drl:" + start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "{name: x, of: ip, file: lists/none.txt} => lists.yaml:2:29: error: there is no file lists/none.txt",
                "{name: x, of: ip, file: ../x.txt} => lists.yaml:2:29: error: \"../x.txt\" is no path within the folder",
                "{name: x, of: ip, file: /etc/passwd} => lists.yaml:2:29: error: \"/etc/passwd\" is no path within",
                "{name: x, of: ip, file: lists/../../x} => lists.yaml:2:29: error: \"lists/../../x\" is no path within",
                "{name: x, of: ips, file: lists/tor.txt} => lists.yaml:2:19: error: unknown of \"ips\", known are account,",
                "{name: X, of: ip, file: lists/tor.txt} => lists.yaml:2:12: error: a list's name is lower-case words",
                "{name: x, of: ip} => lists.yaml:2:5: error: \"file\" is missing",
                "{name: x, of: ip, file: lists/bad-ip.txt}"
                        + " => lists/bad-ip.txt:2:3: error: \"192.0.2\" is no address, and no range such as",
                "{name: x, of: ip, file: lists/within.txt}"
                        + " => lists/within.txt:1:1: error: \"192.0.2.7/24\" begins within a range: did you mean 192.0.2.0/24?",
                "{name: x, of: emailDomain, file: lists/bad-mail.txt}"
                        + " => lists/bad-mail.txt:1:1: error: \"x@example.org\" is no mail domain",
                "{name: x, of: userAgent, file: lists/short.txt}"
                        + " => lists/short.txt:1:1: error: \"x\" stands in too many user agents",
            })
    void givenABadList_thenItsLineIsTold(String list, String start) {
        given.file("lists.yaml", "lists:\n  - " + list + "\n")
                .file("lists/bad-ip.txt", "192.0.2.1\n  192.0.2 # short\n")
                .file("lists/within.txt", "192.0.2.7/24\n")
                .file("lists/bad-mail.txt", "x@example.org\n")
                .file("lists/short.txt", "x\n");
        assertThat(errors()).first().asString().startsWith(start);
    }

    @Test
    void givenTheSameNameTwice_thenItIsAnError() {
        given.file("lists.yaml", LISTS + "  - {name: tor, of: ip, file: lists/tor.txt}\n");
        assertThat(errors()).containsExactly("lists.yaml:8:5: error: there is a list \"tor\" already");
    }

    @Test
    void givenALinkOutOfTheFolder_thenItIsRefused(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "192.0.2.1\n");
        Files.delete(folder.resolve("lists/tor.txt"));
        Files.createSymbolicLink(folder.resolve("lists/tor.txt"), secret);
        assertThat(errors()).singleElement().asString().startsWith("lists/tor.txt:1:1: error: this link leads out of");
    }

    @Test
    void givenNoListsOfItsOwn_thenTheShippedOnesServe() throws Exception {
        Files.delete(folder.resolve("lists.yaml"));
        Files.delete(folder.resolve("lists/tor.txt"));
        given.rule("Tor", 50, "Login( ip.listed(\"tor\"), network.anonymous )")
                .rule("Tool", 50, "Login( client.listed(\"breached-agents\") )")
                .rule("Mail", 50, "Signup( disposableEmail )");
        assertThat(fired("'type':'login','outcome':'failed','ip':'185.220.101.7','userAgent':'sqlmap/1.8'"))
                .containsExactly("Tool", "Tor");
        assertThat(fired("'type':'signup','outcome':'succeeded','ip':'192.0.2.1','email':'x@mailinator.com'"))
                .containsExactly("Mail");
    }
}
