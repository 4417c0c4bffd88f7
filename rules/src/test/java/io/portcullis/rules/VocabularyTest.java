package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules can say of an activity beside its entities. */
class VocabularyTest {

    private static final String LOGIN = "'type':'login','outcome':'failed','ip':'192.0.2.1'";

    @TempDir
    Path folder;

    private boolean fires(String constraints, String fields) throws InvalidRules {
        try (Story story = new RuleFolder(folder)
                .rule("Tested", 50, "Login( " + constraints + " )")
                .story()) {
            return !Story.rules(story.at("22:30:00", LOGIN + fields)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "number('riskScore') > 80|,'riskScore':81|true",
                "number('riskScore') > 80|,'riskScore':'81.5'|true",
                "number('riskScore') > 80|,'riskScore':80|false",
                "number('riskScore') > 80||false",
                "number('riskScore') < 80||false",
                "number('riskScore') <= 80||false",
                "number('riskScore') >= 80||false",
                "number('riskScore') >= 80|,'riskScore':80|true",
                "number('riskScore') <= 80|,'riskScore':80|true",
                "number('riskScore') <= 80|,'riskScore':81|false",
                "80 <= number('riskScore')||false",
                "80 >= number('riskScore')||false",
                "number('riskScore') == 80||false",
                "number('riskScore') != 80||false",
                "number('riskScore') != 80|,'riskScore':'high'|false",
                "number('riskScore') != 80|,'riskScore':79|true",
                "number('a') + number('b') > 5|,'a':6|false",
            })
    void givenANumberInAnAttribute_thenItIsCompared_andNeverTrueWhereItIsMissing(
            String constraints, String fields, boolean fires) throws InvalidRules {
        assertThat(fires(constraints.replace('\'', '"'), fields == null ? "" : fields))
                .isEqualTo(fires);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "attribute('riskScore') > 80|as a number it is number(\"riskScore\")",
                "!(number('riskScore') > 80)|a number that may be missing",
                "weekday == 'caturday'|weekday is never \"caturday\"; did you mean \"saturday\"?",
            })
    void givenAWordThatIsNotMeant_thenTheRightOneIsNamed(String constraints, String message) {
        assertThatExceptionOfType(InvalidRules.class)
                .isThrownBy(() -> fires(constraints.replace('\'', '"'), ""))
                .withMessageContaining(message);
    }

    @Test
    void givenNoZone_thenHourAndWeekdayAreThoseOfUtc() throws InvalidRules {
        // New Year's Day of 2026 is a Thursday.
        assertThat(fires("hour == 22, weekday == \"thursday\"", "")).isTrue();
    }

    @Test
    void givenAZone_thenHourAndWeekdayAreThoseThere() throws InvalidRules {
        new RuleFolder(folder).file("calendar.yaml", "zone: Asia/Tokyo\n");
        assertThat(fires("hour == 7, weekday == \"friday\"", "")).isTrue();
    }

    @Test
    void givenAZoneThatIsNone_thenItsPlaceIsTold() {
        new RuleFolder(folder).file("calendar.yaml", "zone: Middle/Earth\n");
        assertThatExceptionOfType(InvalidRules.class)
                .isThrownBy(() -> fires("hour == 7", ""))
                .withMessage("calendar.yaml:1:7: error: \"Middle/Earth\" is no time zone such as UTC or Europe/Vienna");
    }

    @Test
    void givenTextInAnyCase_thenAFlagMatchesIt() throws InvalidRules {
        assertThat(fires("userAgent matches \"(?i)EVIL.*\"", ",'userAgent':'eviL/1'"))
                .isTrue();
    }

    private static final String SIGNUP = "'type':'signup','outcome':'succeeded','ip':'192.0.2.1'";

    private int distinct(String dimension, String... fields) throws InvalidRules {
        StringBuilder rules = new StringBuilder();
        for (int n = 0; n <= fields.length; n++) {
            rules.append("""
                    rule "%1$d" @signal("s") @threat("OAT-001") @score(1) @entity("ip")
                    when Activity( ip.distinct("%2$s", "1h") == %1$d ) then risk.raise(); end
                    """.formatted(n, dimension));
        }
        try (Story story =
                new RuleFolder(folder).file("a.drl", rules.toString()).story()) {
            int seen = 0;
            for (int i = 0; i < fields.length; i++) {
                String fired = Story.rules(story.at("10:00:%02d".formatted(i), SIGNUP + fields[i]))
                        .get(0);
                seen = Integer.parseInt(fired);
            }
            return seen;
        }
    }

    @Test
    void givenSpellingsOfOneMailbox_thenTheyAreOneMailbox_butSeveralAddresses() throws InvalidRules {
        String[] spellings = {
            ",'email':'annlee@gmail.com'", ",'email':'ann.lee@gmail.com'", ",'email':'AnnLee+2@googlemail.com'"
        };
        assertThat(distinct("mailbox", spellings)).isEqualTo(1);
        assertThat(distinct("email", spellings)).isEqualTo(3);
        assertThat(distinct("emailDomain", spellings)).isEqualTo(1);
    }

    @Test
    void givenSpellingsOfOnePhone_thenItIsOne() throws InvalidRules {
        assertThat(distinct("phone", ",'phone':'+43 660 123'", ",'phone':'0043660123'", ",'phone':'43-660-123'", ""))
                .isEqualTo(1);
    }

    @Test
    void givenAnAttributeOfTheProducer_thenItsValuesAreCounted() throws InvalidRules {
        assertThat(distinct("attribute.tier", ",'tier':'gold'", ",'tier':'gold'", ",'tier':7", ",'other':'x'"))
                .isEqualTo(2);
    }

    @Test
    void givenAnAttributeWhoseWordIsWrong_thenTheRightOneIsNamed() {
        assertThatExceptionOfType(InvalidRules.class)
                .isThrownBy(() -> distinct("atribute.tier", ""))
                .withMessageContaining("there is no kind \"atribute.tier\"; did you mean \"attribute.tier\"?");
    }

    @Test
    void givenAKindThatIsNone_thenTheNearestIsNamed() {
        assertThatExceptionOfType(InvalidRules.class)
                .isThrownBy(() -> distinct("fone", ""))
                .withMessageContaining("there is no kind \"fone\"; did you mean \"phone\"?");
    }

    @Test
    void givenAPathThatNamesAResource_thenRulesSeeIt() throws InvalidRules {
        try (Story story = new RuleFolder(folder)
                .rule("Tested", 50, "ApiRequest( resource == \"orders/7011\", ip.isNew(\"resource\", \"1h\") )")
                .story()) {
            assertThat(Story.rules(story.at(
                            "10:00:00",
                            "'type':'api-request','ip':'192.0.2.1','method':'GET','path':'/api/orders/7011?x=1'")))
                    .containsExactly("Tested");
        }
    }
}
