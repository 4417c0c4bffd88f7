package io.portcullis.domain.activity;

import static io.portcullis.domain.activity.Json.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities that come together: a bad one does not keep the others out. */
class BatchTextTest {

    private static final ActivityReader READER = new ActivityReader(() -> "made-up");

    private static Batch json(String json) throws InvalidActivity {
        return all(BatchText.json(bytes(json)), READER);
    }

    private static Batch ndjson(String lines) {
        return all(BatchText.ndjson(bytes(lines)), READER);
    }

    private static Batch all(BatchText text, ActivityReader reader) {
        return text.read(0, text.size(), reader);
    }

    private static String login(String id) {
        return "{'id':'" + id + "'," + Json.LOGIN + "}";
    }

    @Nested
    @DisplayName("JSON")
    class TheJson {

        @Test
        void givenAnObject_thenItIsABatchOfOne() throws InvalidActivity {
            Batch batch = json(" " + login("a") + "\n");
            assertThat(batch.activities()).extracting(Activity::id).containsExactly("a");
            assertThat(batch.rejections()).isEmpty();
        }

        @Test
        void givenABadObject_thenAllThatIsWrongIsSaid_withIndex0() throws InvalidActivity {
            assertThat(json("{'type':'login','status':'x','app':{'platform':'moon'}}")
                            .rejections())
                    .containsExactly(
                            new Rejection(0, "status", "must be an integer"),
                            new Rejection(0, "app.platform", "must be one of ios, android, web, server"),
                            new Rejection(0, "occurredAt", "is required"),
                            new Rejection(
                                    0,
                                    "",
                                    "must name at least one of user, account, organization, device, ip, apiKey, token,"
                                            + " session, card"),
                            new Rejection(0, "outcome", "is required"));
        }

        @Test
        void givenAFieldThatIsNotKnown_thenTheWarningNamesTheNearestOne() throws InvalidActivity {
            Batch batch = json("[" + login("a") + ",{" + Json.LOGIN + ",'accout':'x','riskTier':3}]");
            assertThat(batch.warnings())
                    .containsExactly(
                            new Warning(
                                    1,
                                    "accout",
                                    "is no field of an activity (did you mean account?); it is kept as an attribute"),
                            new Warning(1, "riskTier", "is no field of an activity; it is kept as an attribute"));
            assertThat(batch.indexes()).containsExactly(0, 1);
        }

        @Test
        void givenAStrictReader_thenAFieldThatIsNotKnownIsRefused() throws InvalidActivity {
            ActivityReader strict = new ActivityReader(() -> "made-up", Redaction.OFFLINE, true);
            assertThat(all(BatchText.json(bytes("{" + Json.LOGIN + ",'accout':'x'}")), strict)
                            .rejections())
                    .containsExactly(new Rejection(0, "accout", "is no field of an activity (did you mean account?)"));
        }

        @Test
        void givenWarningsByTheThousand_thenTheFirstOnesAreKept() throws InvalidActivity {
            String one = "{" + Json.LOGIN + ",'x1':1,'x2':2,'x3':3}";
            assertThat(json("[" + (one + ",").repeat(999) + one + "]").warnings())
                    .hasSize(Batch.MOST_WARNINGS);
        }

        @Test
        void givenAnArray_thenEachIsReadOrRejected_byItsIndex() throws InvalidActivity {
            Batch batch = json("[" + login("a") + ",{'type':'logout'}," + login("b") + ",5,['x'],null,"
                    + login("c").replace("failed", "won") + "," + login("d") + "]");
            assertThat(batch.activities()).extracting(Activity::id).containsExactly("a", "b", "d");
            assertThat(batch.rejections())
                    .containsExactly(
                            new Rejection(1, "type", "must be one of api-request, login, signup, payment"),
                            new Rejection(1, "occurredAt", "is required"),
                            new Rejection(
                                    1,
                                    "",
                                    "must name at least one of user, account, organization, device, ip, apiKey, token,"
                                            + " session, card"),
                            new Rejection(3, "", "must be a JSON object"),
                            new Rejection(4, "", "must be a JSON object"),
                            new Rejection(5, "", "must be a JSON object"),
                            new Rejection(6, "outcome", "must be one of succeeded, failed, challenged"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'user':{'x':[1,{'y':2}],'z':{}}",
                    "'headers':['x',{'y':[1]},'z']",
                    "'headers':[[['x']]]",
                    "'app':{'platform':{'x':1},'version':'1'}",
                    "'app':{'emulator':[[]]},'user':'u'",
                    "'network':{'kind':'moon','x':{'y':[]}},'user':5",
                    "'amount':[1,2],'status':{}",
                    "'attributes':['x',{'y':1}]",
                    "'x':[[[[[[[[[[[[1]]]]]]]]]]]],'user':5",
                    "'x':{'a':{'a':{'a':{'a':{'a':{'a':{'a':{'a':{'a':[{}]}}}}}}}}},'b':1",
                })
        void givenAMistakeDeepInsideOfOne_thenTheNextIsReadAllTheSame(String fields) throws InvalidActivity {
            Batch batch = json("[{" + Json.LOGIN + "," + fields + "}," + login("next") + "]");
            assertThat(batch.rejections()).isNotEmpty().allMatch(rejection -> rejection.index() == 0);
            assertThat(batch.activities()).extracting(Activity::id).containsExactly("next");
        }

        @Test
        void givenAnEmptyArray_thenItIsAnEmptyBatch() throws InvalidActivity {
            assertThat(json("[]")).isEqualTo(new Batch(List.of(), List.of(), List.of(), List.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "5", "'x'", "null"})
        void givenNeither_thenItIsInvalid(String json) {
            assertThatThrownBy(() -> json(json)).hasMessage(": must be a JSON object, an array of them, or NDJSON");
        }

        @Test
        void givenSeveralValues_thenItIsInvalid() {
            assertThatThrownBy(() -> json(login("a") + "\n" + login("b")))
                    .hasMessage(": must be one JSON value; send several objects as NDJSON");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "[{}", "[{},", "[{'type':'login',]", "[{'a':1}{}]", "[x]"})
        void givenMalformedJson_thenNothingOfItIsAccepted(String json) {
            assertThatThrownBy(() -> json(json))
                    .isInstanceOf(InvalidActivity.class)
                    .hasMessageStartingWith(": malformed JSON at column ");
        }

        @Test
        void givenABracketBomb_thenItIsMalformed() {
            assertThatThrownBy(() -> json("[".repeat(100_000)))
                    .isInstanceOf(InvalidActivity.class)
                    .hasMessageStartingWith(": malformed JSON");
        }
    }

    @Nested
    @DisplayName("NDJSON")
    class Ndjson {

        @Test
        void givenLines_thenEachIsReadOrRejected_byItsIndex_andEmptyOnesCountForNothing() {
            Batch batch = ndjson(login("a") + "\n\n{'type':'logout'}\r\n \t\r\n{broken\n[1]\n" + login("b") + login("c")
                    + "\n" + login("d"));
            assertThat(batch.activities()).extracting(Activity::id).containsExactly("a", "d");
            assertThat(batch.rejections()).extracting(Rejection::index).containsExactly(1, 1, 1, 2, 3, 4);
            assertThat(batch.rejections().get(3).reason()).startsWith("malformed JSON at column ");
            assertThat(batch.rejections().get(4).reason()).isEqualTo("must be a JSON object");
            assertThat(batch.rejections().get(5).reason()).startsWith("must be one JSON object");
        }

        @Test
        void givenNothing_thenItIsAnEmptyBatch() {
            assertThat(ndjson("").activities()).isEmpty();
            assertThat(ndjson("\n\n").rejections()).isEmpty();
        }
    }

    @Nested
    @DisplayName("Pieces")
    class Pieces {

        private static final String FOUR =
                login("a") + ",{'type':'logout'}," + login("zo\u00eb") + ",{'x':[{}]}," + login("d");

        @ParameterizedTest
        @ValueSource(strings = {"[%s]", " [ %s\n] ", "\ufeff[%s]"})
        void givenAnArray_thenAPieceHasWhatLiesThere_byItsPlaceInTheWhole(String array) throws InvalidActivity {
            BatchText text = BatchText.json(bytes(array.formatted(FOUR)));
            assertThat(text.size()).isEqualTo(5);
            assertThat(text.read(0, 2, READER).activities())
                    .extracting(Activity::id)
                    .containsExactly("a");
            Batch rest = text.read(2, 5, READER);
            assertThat(rest.activities()).extracting(Activity::id).containsExactly("zo\u00eb", "d");
            assertThat(rest.indexes()).containsExactly(2, 4);
            assertThat(rest.rejections()).extracting(Rejection::index).containsOnly(3);
        }

        @Test
        void givenLines_thenAPieceHasWhatLiesThere_byItsPlaceInTheWhole() {
            BatchText text = BatchText.ndjson(bytes(login("a") + "\n\n" + login("zo\u00eb") + "\r\n" + login("c")));
            assertThat(text.size()).isEqualTo(3);
            Batch rest = text.read(1, 3, READER);
            assertThat(rest.activities()).extracting(Activity::id).containsExactly("zo\u00eb", "c");
            assertThat(rest.indexes()).containsExactly(1, 2);
        }

        @Test
        void givenJsonThatIsNotUtf8_thenItIsRefused() {
            byte[] utf16 = ("[" + FOUR + "]").replace('\'', '"').getBytes(StandardCharsets.UTF_16BE);
            assertThatThrownBy(() -> BatchText.json(utf16)).hasMessage(": must be UTF-8");
        }
    }
}
