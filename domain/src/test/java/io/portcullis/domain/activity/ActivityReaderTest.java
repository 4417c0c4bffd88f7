package io.portcullis.domain.activity;

import static io.portcullis.domain.activity.Json.assertLoginRejected;
import static io.portcullis.domain.activity.Json.assertRejected;
import static io.portcullis.domain.activity.Json.login;
import static io.portcullis.domain.activity.Json.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.entity.Entities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An activity's JSON, as the contract's first section says. */
class ActivityReaderTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123Z");

    @Nested
    @DisplayName("A type")
    class AType {

        @Test
        void givenEveryFieldOfAnApiRequest_thenItIsRead() throws InvalidActivity {
            assertThat(read("""
                                    'id':'r-1','type':'api-request','occurredAt':'2026-11-22T10:15:30.123Z',
                                    'user':'u','account':'a','organization':'o','device':'d','ip':'192.0.2.1',
                                    'apiKey':'k','token':'t','session':'s','card':'c',
                                    'userAgent':'curl/8','headers':['Host','Accept'],'referrer':'https://x.test/',
                                    'app':{'platform':'ios','version':'3.1','emulator':true,'rooted':false,
                                           'attested':true,'official':false},
                                    'network':{'country':'DE','asn':'AS64500','kind':'vpn'},
                                    'method':'GET','path':'/v1/orders?x=1','status':200,'durationMs':12,'bytes':34,
                                    'resource':'order-1'
                                    """))
                    .isEqualTo(new ApiRequest(
                            new Envelope(
                                    "r-1",
                                    TIME,
                                    new Entities("u", "a", "o", "d", "192.0.2.1", "k", "t", "s", "c"),
                                    "curl/8",
                                    List.of("Host", "Accept"),
                                    "https://x.test/",
                                    new App("ios", "3.1", true, false, true, false),
                                    new Network("DE", "AS64500", "vpn"),
                                    Map.of()),
                            "GET",
                            "/v1/orders?x=1",
                            200,
                            12L,
                            34L,
                            "order-1"));
        }

        @Test
        void givenEveryFieldOfALogin_thenItIsRead() throws InvalidActivity {
            assertThat(login("'reason':'bad-password','method':'password'")).isInstanceOfSatisfying(Login.class, it -> {
                assertThat(it.type()).isEqualTo(ActivityType.LOGIN);
                assertThat(it.outcome()).isEqualTo("failed");
                assertThat(it.reason()).isEqualTo("bad-password");
                assertThat(it.method()).isEqualTo("password");
            });
        }

        @Test
        void givenEveryFieldOfASignup_thenItIsRead() throws InvalidActivity {
            assertThat(read("""
                                    'type':'signup','occurredAt':'2026-11-22T10:15:30Z','account':'a',
                                    'outcome':'rejected','email':'jo@x.test','phone':'+491','promo':'p','referrer':'r'
                                    """)).isInstanceOfSatisfying(Signup.class, it -> {
                assertThat(it.type()).isEqualTo(ActivityType.SIGNUP);
                assertThat(it.outcome()).isEqualTo("rejected");
                assertThat(it.email()).isEqualTo("jo@x.test");
                assertThat(it.phone()).isEqualTo("+491");
                assertThat(it.promo()).isEqualTo("p");
                assertThat(it.envelope().referrer()).isEqualTo("r");
            });
        }

        @Test
        void givenEveryFieldOfAPayment_thenItIsRead() throws InvalidActivity {
            assertThat(read("""
                                    'type':'payment','occurredAt':'2026-11-22T10:15:30Z','card':'c-1',
                                    'outcome':'declined','kind':'charge','amount':12.50,'currency':'EUR',
                                    'declineCode':'05','promo':'p','order':'o-1'
                                    """)).isInstanceOfSatisfying(Payment.class, it -> {
                assertThat(it.type()).isEqualTo(ActivityType.PAYMENT);
                assertThat(it.outcome()).isEqualTo("declined");
                assertThat(it.kind()).isEqualTo("charge");
                assertThat(it.amount()).isEqualTo(new BigDecimal("12.50"));
                assertThat(it.currency()).isEqualTo("EUR");
                assertThat(it.declineCode()).isEqualTo("05");
                assertThat(it.promo()).isEqualTo("p");
                assertThat(it.order()).isEqualTo("o-1");
                assertThat(it.entities().card()).isEqualTo("c-1");
            });
        }

        @Test
        void givenAnUnknownOne_orNone_thenItIsRejected() {
            assertRejected(
                    "'type':'logout','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1'",
                    "type",
                    "must be one of api-request, login, signup, payment");
            assertRejected("'occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1'", "type", "is required");
            assertRejected("'type':5,'occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1'", "type", "must be a string");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "login, outcome, ok, \"must be one of succeeded, failed, challenged\"",
                    "signup, outcome, failed, \"must be one of succeeded, rejected\"",
                    "payment, outcome, failed, \"must be one of approved, declined\"",
                })
        void givenAnOutcomeOfNone_thenItIsRejected(String type, String field, String value, String reason) {
            assertRejected(
                    "'type':'%s','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1','%s':'%s'"
                            .formatted(type, field, value),
                    field,
                    reason);
            assertRejected(
                    "'type':'%s','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1'".formatted(type),
                    field,
                    "is required");
        }

        @Test
        void givenAKindOfNoPayment_thenItIsRejected() {
            String payment =
                    "'type':'payment','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1','outcome':'approved'";
            assertRejected(payment + ",'kind':'gift'", "kind", "must be one of charge, refund, payout, credit");
            assertRejected(payment, "kind", "is required");
        }
    }

    @Nested
    @DisplayName("A field")
    class AField {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "id",
                    "type",
                    "user",
                    "account",
                    "organization",
                    "device",
                    "ip",
                    "apiKey",
                    "token",
                    "session",
                    "card",
                    "userAgent",
                    "referrer",
                    "method",
                    "path",
                    "resource",
                    "outcome",
                    "reason",
                    "email",
                    "phone",
                    "kind",
                    "currency",
                    "declineCode",
                    "promo",
                    "order",
                    "occurredAt"
                })
        void givenATextThatIsNone_thenItIsRejected(String field) {
            for (String value : new String[] {"5", "true", "[]", "['x']", "{}", "{'x':{'y':[1]}}"}) {
                assertLoginRejected("'%s':%s".formatted(field, value), field, "must be a string");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"status", "durationMs", "bytes"})
        void givenAWholeNumberThatIsNone_thenItIsRejected(String field) {
            for (String value : new String[] {"'5'", "1.5", "1e3", "true", "[]", "{}"}) {
                assertLoginRejected("'%s':%s".formatted(field, value), field, "must be an integer");
            }
            assertLoginRejected("'%s':-1".formatted(field), field, "must not be negative");
            assertLoginRejected(
                    "'%s':9223372036854775808".formatted(field), field, "must be an integer of at most 64 bits");
        }

        @Test
        void givenAnAmountThatIsNoNumber_orHasTooManyDigits_thenItIsRejected() {
            for (String value : new String[] {"'5'", "true", "[]", "{}"}) {
                assertLoginRejected("'amount':" + value, "amount", "must be a number");
            }
            for (String value : new String[] {"1e400000000", "1e13", "1234567890123456789012345", "0.1234567890123"}) {
                assertLoginRejected("'amount':" + value, "amount", "must have at most 24 digits");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-12.345", "1e3", "123456789012.123456789012", "100", "0.10"})
        void givenAnAmount_thenItIsKeptAsItWasWritten(String amount) throws InvalidActivity {
            assertThat(read(
                            "'type':'payment','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1','outcome':'approved',"
                                    + "'kind':'charge','amount':" + amount))
                    .isInstanceOfSatisfying(
                            Payment.class, it -> assertThat(it.amount()).isEqualTo(new BigDecimal(amount)));
        }

        @ParameterizedTest
        @CsvSource({"99", "600", "0"})
        void givenAStatusThatIsNone_thenItIsRejected(String status) {
            assertRejected(
                    "'type':'api-request','occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1','status':" + status,
                    "status",
                    "must be from 100 to 599");
        }

        @Test
        void givenHeadersThatAreNoListOfTexts_thenTheyAreRejected() {
            for (String value : new String[] {"'x'", "5", "{}", "true"}) {
                assertLoginRejected("'headers':" + value, "headers", "must be a list of strings");
            }
            for (String value : new String[] {"[5]", "['x',null]", "[['x']]", "['x',{'y':1}]"}) {
                assertLoginRejected("'headers':" + value, "headers", "must be a string");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '\0',
                value = {
                    "'app':5; app; must be an object",
                    "'app':['ios']; app; must be an object",
                    "'app':{'platform':'amiga'}; app.platform; must be one of ios, android, web, server",
                    "'app':{'platform':5}; app.platform; must be a string",
                    "'app':{'version':5}; app.version; must be a string",
                    "'app':{'emulator':'yes'}; app.emulator; must be true or false",
                    "'app':{'rooted':1}; app.rooted; must be true or false",
                    "'app':{'attested':[true]}; app.attested; must be true or false",
                    "'app':{'official':{}}; app.official; must be true or false",
                    "'network':'DE'; network; must be an object",
                    "'network':{'country':5}; network.country; must be a string",
                    "'network':{'asn':1.5}; network.asn; must be a string",
                    "'network':{'kind':'moon'}; network.kind; must be one of residential, mobile, business",
                    "'attributes':'x'; attributes; must be an object",
                })
        void givenANestedOneOfTheWrongType_thenItIsRejected_byItsPath(String fields, String field, String reason) {
            assertLoginRejected(fields, field, reason);
        }

        @Test
        void givenAnAutonomousSystemAsANumber_thenItIsRead() throws InvalidActivity {
            assertThat(login("'network':{'asn':64500}").envelope().network())
                    .isEqualTo(new Network(null, "64500", null));
        }

        @Test
        void givenNull_thenItIsAbsent() throws InvalidActivity {
            assertThat(login("""
                                    'user':null,'headers':null,'app':null,'network':{'country':null,'asn':null},
                                    'status':null,'amount':null,'attributes':null,'id':null,'other':null,
                                    'reason':null
                                    """))
                    .isEqualTo(new Login(
                            new Envelope(
                                    "made-up",
                                    TIME,
                                    new Entities(null, null, null, null, "192.0.2.1", null, null, null, null),
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    new Network(null, null, null),
                                    Map.of()),
                            "failed",
                            null,
                            null));
            assertRejected(
                    "'type':'login','occurredAt':null,'outcome':'failed','ip':'192.0.2.1'",
                    "occurredAt",
                    "is required");
            assertRejected("'type':null,'occurredAt':'2026-11-22T10:15:30Z','ip':'192.0.2.1'", "type", "is required");
        }
    }

    @Nested
    @DisplayName("An instant")
    class AnInstant {

        private Activity at(String time) throws InvalidActivity {
            return read("'type':'login','occurredAt':'%s','outcome':'failed','ip':'192.0.2.1'".formatted(time));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-22T10:15:30Z, 2026-11-22T10:15:30Z",
            "2026-11-22T10:15:30.123456789Z, 2026-11-22T10:15:30.123456789Z",
            "2026-11-22T10:15:30+02:00, 2026-11-22T08:15:30Z",
            "2026-11-22t10:15:30z, 2026-11-22T10:15:30Z",
            "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        })
        void givenRfc3339_thenItIsRead(String written, Instant instant) throws InvalidActivity {
            assertThat(at(written).occurredAt()).isEqualTo(instant);
        }

        @Test
        void givenAnOffsetThatIsNotKnown_thenItIsOfUtc() throws InvalidActivity {
            assertThat(read("'type':'login','occurredAt':'2026-11-22T10:15:30.123-00:00','outcome':'failed','user':'u'")
                            .occurredAt())
                    .isEqualTo(TIME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "yesterday",
                    "2026-11-22",
                    "2026-11-22T10:15:30",
                    "2026-11-22T10:15Z",
                    "2026-02-30T10:15:30Z",
                    "2026-11-22T25:15:30Z",
                    "2026-11-22T10:15:61Z",
                    "2016-12-31T23:59:60Z",
                    "1763806530123",
                    "10000-01-01T00:00:00Z",
                    "0000-01-01T00:00:00+01:00",
                    "9999-12-31T23:59:59-01:00",
                    "2026-11-22T10:15:30Z ",
                    "2026-11-22T10:15:30Zulu9",
                })
        void givenNoInstant_thenItIsRejected(String written) {
            assertRejected(
                    "'type':'login','occurredAt':'%s','outcome':'failed','ip':'192.0.2.1'".formatted(written),
                    "occurredAt",
                    "must be an RFC 3339 instant such as 2026-11-22T10:15:30.123Z");
        }

        @Test
        void givenNone_thenItIsRejected() {
            assertRejected("'type':'login','outcome':'failed','ip':'192.0.2.1'", "occurredAt", "is required");
            assertRejected(
                    "'type':'login','occurredAt':1763806530,'outcome':'failed','ip':'192.0.2.1'",
                    "occurredAt",
                    "must be a string");
        }
    }

    @Nested
    @DisplayName("An identifier")
    class AnIdentifier {

        @Test
        void givenAnId_thenItHasUpTo128Characters() throws InvalidActivity {
            assertThat(login("'id':'" + "x".repeat(128) + "'").id()).hasSize(128);
            assertLoginRejected("'id':'" + "x".repeat(129) + "'", "id", "must be 1 to 128 characters");
            assertLoginRejected("'id':''", "id", "must be 1 to 128 characters");
        }

        @Test
        void givenNone_thenOneIsMade() throws InvalidActivity {
            assertThat(login("'user':'u'").id()).isEqualTo("made-up");
        }

        @Test
        void givenNoEntity_thenTheActivityIsRejected() {
            assertRejected(
                    "'type':'login','occurredAt':'2026-11-22T10:15:30Z','outcome':'failed'",
                    "",
                    "must name at least one of user, account, organization, device, ip, apiKey, token, session, card");
        }

        @ParameterizedTest
        @ValueSource(strings = {"user", "account", "organization", "device", "apiKey", "token", "session", "card"})
        void givenAnEntity_thenItHas1To1024Characters_andIsEnough(String field) throws InvalidActivity {
            String rest = "'type':'login','occurredAt':'2026-11-22T10:15:30Z','outcome':'failed'";
            assertThat(read(rest + ",'%s':'%s'".formatted(field, "é".repeat(1024)))
                            .envelope()
                            .entities()
                            .refs())
                    .singleElement()
                    .satisfies(ref -> assertThat(ref.kind().label()).isEqualTo(field));
            assertRejected(rest + ",'%s':''".formatted(field), field, "must not be empty");
            assertRejected(
                    rest + ",'%s':'%s'".formatted(field, "x".repeat(1025)), field, "must be at most 1024 characters");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4111111111111111",
                    "378282246310005",
                    "4222222222222",
                    "6304000000000000000",
                    "4111 1111 1111 1111",
                    "4111-1111-1111-1111",
                })
        void givenACardsNumber_thenItIsRejected_andNotRepeated(String number) {
            assertLoginRejected(
                    "'card':'" + number + "'", "card", "must be a fingerprint of the card, never its number");
            assertThatThrownBy(() -> login("'card':'" + number + "'")).hasMessageNotContaining(number);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4111111111111112",
                    "411111111111",
                    "41111111111111111111",
                    "8f14e45fceea167a5a36dedd4bea2543",
                })
        void givenACardsFingerprint_thenItIsRead(String fingerprint) throws InvalidActivity {
            assertThat(login("'card':'" + fingerprint + "'").entities().card()).isEqualTo(fingerprint);
        }

        @Test
        void givenWhatNamesANetworkOrClient_thenItIsNoLongerThanAnEntity() {
            String tooLong = "x".repeat(1025);
            assertLoginRejected("'network':{'asn':'" + tooLong + "'}", "network.asn", "must be at most 1024");
            assertLoginRejected("'network':{'country':'" + tooLong + "'}", "network.country", "must be at most 1024");
            assertLoginRejected("'app':{'version':'" + tooLong + "'}", "app.version", "must be at most 1024");
        }
    }

    @Nested
    @DisplayName("An unknown field")
    class AnUnknownField {

        @Test
        void givenAny_thenTheyAreKept_withFieldsOfOtherTypes() throws InvalidActivity {
            assertThat(login("""
                                    'plan':'free','score':1.50,'beta':true,'tags':['a',null,{'b':2}],'at':{'z':1,'a':[]},
                                    'amount':5.5,'status':200,'email':'jo@x.test',
                                    'app':{'build':7},'network':{'isp':'x'},'attributes':{'own':'y'}
                                    """).envelope().attributes())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("plan", "free"),
                            Map.entry("score", new BigDecimal("1.50")),
                            Map.entry("beta", true),
                            Map.entry("tags", Arrays.asList("a", null, Map.of("b", new BigDecimal(2)))),
                            Map.entry("at", Map.of("a", List.of(), "z", new BigDecimal(1))),
                            Map.entry("amount", new BigDecimal("5.5")),
                            Map.entry("status", new BigDecimal(200)),
                            Map.entry("email", "jo@x.test"),
                            Map.entry("app.build", new BigDecimal(7)),
                            Map.entry("network.isp", "x"),
                            Map.entry("own", "y")));
        }

        @Test
        void givenKnownNamesAmongAttributes_thenTheyStayAttributes() throws InvalidActivity {
            Activity activity = login("'attributes':{'user':5,'type':'x','ip':['y']}");
            assertThat(activity.entities().user()).isNull();
            assertThat(activity.envelope().attributes()).containsOnlyKeys("user", "type", "ip");
        }

        @Test
        void givenAbsurdOnes_thenTheyAreRejected_becauseTheyCouldNotBeReadBack() {
            assertLoginRejected(
                    "'deep':" + "[".repeat(9) + "]".repeat(9), "deep", "must not be nested more than 8 deep");
            assertLoginRejected(
                    "'deep':" + "{'x':".repeat(9) + "1" + "}".repeat(9), "deep", "must not be nested more than 8 deep");
            assertLoginRejected("'long':" + "1".repeat(101), "long", "must have at most 100 digits");
            assertLoginRejected("'long':[1e1234567]", "long", "must have at most 100 digits");
            assertLoginRejected("'" + "x".repeat(1025) + "':1", "x".repeat(64), "a field's name has at most 1024");
        }
    }

    @Nested
    @DisplayName("Text")
    class Text {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'user':'\\ud800'",
                    "'user':'a\\udc00b'",
                    "'userAgent':'\\ud83d'",
                    "'headers':['\\ud83d']",
                    "'app':{'version':'\\ud83d'}",
                    "'plan':'\\ud83d'",
                    "'plan':['\\ud83d']",
                    "'id':'\\ud83d'",
                })
        void givenHalfACharacter_thenItIsRejected_becauseNoJsonCanHoldIt(String fields) {
            assertThatThrownBy(() -> login(fields))
                    .isInstanceOfSatisfying(InvalidActivity.class, invalid -> assertThat(invalid.reason())
                            .isEqualTo("must be Unicode text, without half a surrogate pair"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"'plan':{'\\ud83d':1}", "'\\ud83d':1", "'\\ude00':1"})
        void givenHalfACharacterInAName_thenTheJsonIsMalformed(String fields) {
            assertThatThrownBy(() -> login(fields)).hasMessageStartingWith(": malformed JSON at column ");
        }

        @Test
        void givenAnyOther_thenItIsKept() throws InvalidActivity {
            assertThat(login("'user':'\\ud83d\\ude00 é \\u0000 \\u2028 ض'")
                            .entities()
                            .user())
                    .isEqualTo("\uD83D\uDE00 é \u0000 \u2028 ض");
        }
    }

    @Nested
    @DisplayName("JSON")
    class TheJson {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "5", "'x'", "null", "[]", "true"})
        void givenNoObject_thenItIsRejected(String json) {
            assertThatThrownBy(() -> new ActivityReader(() -> "x").read(Json.bytes(json)))
                    .isInstanceOf(InvalidActivity.class)
                    .hasMessage(": must be a JSON object");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{", "{'type'", "{'type':}", "{type:1}", "{'a':1,}", "{'a':01}", "{'a':NaN}", "{'a':'\n'}"})
        void givenMalformedJson_thenItIsRejected(String json) {
            assertThatThrownBy(() -> new ActivityReader(() -> "x").read(Json.bytes(json)))
                    .isInstanceOf(InvalidActivity.class)
                    .hasMessageStartingWith(": malformed JSON at column ");
        }

        @Test
        void givenBytesThatAreNoUtf8_thenItIsRejected() {
            byte[] json = Json.bytes("{" + Json.LOGIN + ",'user':'?'}");
            json[json.length - 3] = (byte) 0xff;
            assertThatThrownBy(() -> new ActivityReader(() -> "x").read(json))
                    .isInstanceOf(InvalidActivity.class)
                    .hasMessageStartingWith(": malformed JSON at column ");
        }

        @Test
        void givenMoreThanOneObject_thenItIsRejected() {
            assertThatThrownBy(() -> new ActivityReader(() -> "x").read(Json.bytes("{" + Json.LOGIN + "}{}")))
                    .hasMessage(": must be one JSON object, without anything after it");
        }

        @Test
        void givenAPartOfBytes_thenThatPartIsRead() throws InvalidActivity {
            byte[] object = Json.bytes("{" + Json.LOGIN + "}");
            byte[] padded = new byte[object.length + 20];
            Arrays.fill(padded, (byte) '#');
            System.arraycopy(object, 0, padded, 7, object.length);
            assertThat(new ActivityReader(() -> "x")
                            .read(padded, 7, object.length)
                            .id())
                    .isEqualTo("x");
        }
    }

    @Nested
    @DisplayName("An address")
    class AnAddress {

        private static final String LOGIN =
                "'id':'l','type':'login','occurredAt':'2026-11-22T10:15:30.123Z','outcome':'failed','ip':'%s'";

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "203.0.113.9:51034, 203.0.113.9",
            "[2001:DB8::0001]:443, 2001:db8::1",
            "::ffff:cb00:7109, 203.0.113.9",
        })
        void givenAnotherSpelling_thenTheCanonicalOneIsRead_andTheirsIsAnAttribute(String written, String canonical)
                throws InvalidActivity {
            Activity activity = read(LOGIN.formatted(written));

            assertThat(activity.entities().ip()).isEqualTo(canonical);
            assertThat(activity.envelope().attributes()).isEqualTo(Map.of("ip", written));
            assertThat(new ActivityReader(() -> "none").read(new ActivityWriter().write(activity)))
                    .isEqualTo(activity);
        }

        @Test
        void givenTheCanonicalSpelling_thenNothingIsAddedToIt() throws InvalidActivity {
            assertThat(read(LOGIN.formatted("2001:db8::1")).envelope().attributes())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"300.1.1.1", "client.example.org", "-", "203.0.113.9, 198.51.100.1", "192.0.2.0/24"})
        void givenWhatIsNone_thenItIsRejected(String written) {
            assertRejected(LOGIN.formatted(written), "ip", "must be one IPv4 or IPv6 address");
        }

        @Test
        void givenAStoredOne_thenItIsReadWhateverItIs() throws InvalidActivity {
            ActivityReader ofStored = ActivityReader.ofStored(() -> "none");

            Activity none = ofStored.read(Json.bytes("{" + LOGIN.formatted("300.1.1.1") + "}"));
            Activity withPort = ofStored.read(Json.bytes("{" + LOGIN.formatted("203.0.113.9:51034") + "}"));

            assertThat(none.entities().ip()).isEqualTo("300.1.1.1");
            assertThat(none.envelope().attributes()).isEmpty();
            assertThat(withPort.entities().ip()).isEqualTo("203.0.113.9");
        }
    }
}
