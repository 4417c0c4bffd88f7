package io.portcullis.domain.activity;

import static io.portcullis.domain.activity.Json.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back the same, or the log would not be readable. */
class ActivityWriterTest {

    private static final String ODD = "'user':'\\ud83d\\ude00 \\\\ \\\" é \\u0000 \\u2028'";

    private static final String GARBAGE = "{}[]\",:0e.-nul\\\n\u00e9";

    private final ActivityReader reader = new ActivityReader(() -> "made-up");
    private final ActivityWriter writer = new ActivityWriter();

    private void assertRoundTrip(String fields) throws InvalidActivity {
        Activity activity = Json.read(fields);
        byte[] written = writer.write(activity);
        assertThat(reader.read(written)).isEqualTo(activity);
        assertThat(writer.write(reader.read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'api-request','method':'GET','path':'/é','status':200,'durationMs':1,'bytes':2,'resource':'r'",
                "'type':'api-request','bytes':9223372036854775807",
                "'type':'login','outcome':'failed','reason':'bad-password','method':'password'",
                "'type':'signup','outcome':'succeeded','email':'jo@x.test','phone':'1','promo':'p'",
                "'type':'payment','outcome':'approved','kind':'charge','amount':1e3,'currency':'EUR',"
                        + "'declineCode':'x','promo':'p','order':'o'",
                "'type':'payment','outcome':'approved','kind':'charge','amount':-0.000000000001",
            })
    void givenAnyType_thenItReadsBackTheSame(String fields) throws InvalidActivity {
        String common = ",'id':'i','occurredAt':'2026-11-22T10:15:30.123456789Z','ip':'192.0.2.1',";
        assertRoundTrip(fields + common + ODD);
        assertRoundTrip(fields + common + """
                        'user':'u','account':'a','organization':'o','device':'d','apiKey':'k','token':'t','session':'s',
                        'card':'c','userAgent':'x','headers':['b','a'],'referrer':'y','app':{},'network':{},
                        'plan':'free','n':[1.50,-1e-7,null,true,{'b':1,'a':'é'}],'amount2':1E+9,'attributes':{'user':[]}
                        """);
        assertRoundTrip(fields + common
                + "'app':{'platform':'ios','emulator':false,'x':1},'network':{'asn':5,'kind':'tor','y':{'z':[]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2026-11-22T10:15:30.1+14:00"})
    void givenAnyInstant_thenItReadsBackTheSame(String time) throws InvalidActivity {
        assertRoundTrip("'type':'login','outcome':'failed','ip':'192.0.2.1','occurredAt':'" + time + "'");
    }

    @Test
    void givenFieldsOfOtherTypes_thenTheyReadBackAsAttributes() throws InvalidActivity {
        assertRoundTrip(Json.LOGIN + ",'amount':5.50,'status':404,'path':'/x','kind':'y','promo':'z','bytes':7");
    }

    @Test
    void givenTheLargestThatIsAccepted_thenItReadsBackTheSame() throws InvalidActivity {
        assertRoundTrip(Json.LOGIN + ",'x':" + "{'y':".repeat(7) + "[]" + "}".repeat(7));
        assertRoundTrip(Json.LOGIN + ",'app':{'" + "x".repeat(1_000) + "':" + "9".repeat(100) + "}");
        assertRoundTrip(Json.LOGIN + ",'x':" + "1".repeat(96) + "e999");
        assertRoundTrip(Json.LOGIN + ",'x':-1." + "1".repeat(90) + "e-99");
        assertRoundTrip(Json.LOGIN + ",'userAgent':'" + "\\u0000".repeat(100_000) + "'");
    }

    @Test
    void givenRandomGarbage_thenItIsRejected_orReadsBackTheSame() throws InvalidActivity {
        Random random = new Random(1);
        byte[] valid = bytes("{" + Json.LOGIN + ",'user':'é','plan':{'a':[1.5,null,'x']},'app':{'platform':'ios'}}");
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = valid.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                mutated[random.nextInt(mutated.length)] = (byte) GARBAGE.charAt(random.nextInt(GARBAGE.length()));
            }
            Activity activity;
            try {
                activity = reader.read(mutated);
            } catch (InvalidActivity e) {
                continue;
            }
            accepted++;
            assertThat(reader.read(writer.write(activity)))
                    .as(new String(mutated, StandardCharsets.UTF_8))
                    .isEqualTo(activity);
        }
        assertThat(accepted).isGreaterThan(100);
    }

    @Test
    void givenALogin_thenItsFieldsAreInTheContractsOrder() throws InvalidActivity {
        assertThat(new String(
                        writer.write(
                                Json.login(
                                        "'method':'password','reason':'locked','user':'u','id':'l-1','b':1,'a':2,'headers':['H']")),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"id":"l-1","type":"login","occurredAt":"2026-11-22T10:15:30.123Z","user":"u","ip":"192.0.2.1",\
                        "headers":["H"],"method":"password","outcome":"failed","reason":"locked",\
                        "attributes":{"a":2,"b":1}}""");
    }
}
