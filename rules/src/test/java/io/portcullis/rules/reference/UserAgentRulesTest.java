package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua_parser.OSParser;
import ua_parser.UserAgentParser;

/** Reading user agents with few of the library's regular expressions comes to the same as with all of them. */
class UserAgentRulesTest {

    private static final Pattern ENTRY = Pattern.compile("(?:  - |    )([a-z0-9_]+): '(.*)'");

    private final List<Map<String, String>> programs = section("user_agent_parsers:");
    private final List<Map<String, String>> systems = section("os_parsers:");

    private static List<Map<String, String>> section(String beginning) {
        List<Map<String, String>> section = new ArrayList<>();
        boolean within = false;
        for (String line : UserAgentRules.text().lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (line.endsWith("_parsers:")) {
                within = line.equals(beginning);
            } else if (within && entry.matches()) {
                if (line.charAt(2) == '-') {
                    section.add(new HashMap<>());
                }
                section.get(section.size() - 1).put(entry.group(1), entry.group(2));
            }
        }
        return section;
    }

    @Test
    void givenUserAgentsOfEveryRule_thenTheReadingIsTheLibrarys() {
        UserAgentParser allPrograms = UserAgentParser.fromList(programs);
        OSParser allSystems = OSParser.fromList(systems);
        UserAgentRules rules = UserAgentRules.library();
        Random random = new Random(1);
        List<Map<String, String>> all = new ArrayList<>(programs);
        all.addAll(systems);
        assertThat(all).hasSizeGreaterThan(500);
        int own = 0;
        for (Map<String, String> rule : all) {
            String regex = String.valueOf(rule.get("regex"));
            String sample = new Sample(regex, random).text();
            own += Pattern.compile(regex).matcher(sample).find() ? 1 : 0;
            for (String agent : new String[] {
                sample,
                sample.toUpperCase(java.util.Locale.ROOT),
                "Mozilla/5.0 (" + sample + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36"
            }) {
                String read = agent.substring(0, Math.min(agent.length(), UserAgentRules.LONGEST_READ));
                UserAgentRules.Reading reading = rules.read(agent);
                assertThat(reading.family()).as(agent).isEqualTo(known(allPrograms.parse(read).family));
                assertThat(reading.system()).as(agent).isEqualTo(known(allSystems.parse(read).family));
            }
        }
        assertThat(own).isGreaterThan(all.size() * 95 / 100);
    }

    private static String known(String family) {
        return family == null || family.equals("Other") ? "" : family;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "abc => abc",
                "a.bcd => bcd",
                "abc?de => ab",
                "abcd*ef => abc",
                "ab+cde => cde",
                "(abc|def) => abc def",
                "(abc|) => ",
                "(?:abc)?xy => xy",
                "(?!abcd)xy => xy",
                "[Bb]ot/ => bot/",
                "[xyz]ot/ => ot/",
                "[^]a]b\\.c\\d => b.c",
                "x{0,3}ab => ab",
                "a|b{0,3} => ",
                "abc) => ",
            })
    void givenARegularExpression_thenTheTextsThatItRequiresAreFound(String regex, String texts) {
        assertThat(RequiredTexts.of(regex))
                .containsExactlyInAnyOrder(texts == null || texts.isEmpty() ? new String[0] : texts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"'',0", "7,7", "17.2,17", "123456,1234", "x,0"})
    void givenAVersion_thenItsNumberIsBounded(String text, int number) {
        assertThat(UserAgentRules.number(text)).isEqualTo(number);
    }
}
