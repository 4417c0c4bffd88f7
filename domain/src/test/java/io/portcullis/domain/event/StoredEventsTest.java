package io.portcullis.domain.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.Entities;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Events as logs out there hold them, one approved sample each in {@code events/TYPE.REVISION.json}: they are read for
 * ever. Who has to change one adds a revision with its upcaster and a sample of its own, and leaves the old ones.
 */
class StoredEventsTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123Z");

    private static final Envelope ENVELOPE = new Envelope(
            "e-1",
            TIME,
            new Entities("u", "a", "o", "d", "192.0.2.1", "k", "t", "s", "c"),
            "curl/8.5.0",
            List.of("Host", "Accept"),
            "https://shop.test/",
            new App("ios", "3.1", true, false, true, false),
            new Network("DE", "AS64500", "vpn"),
            new TreeMap<>(Map.of("plan", "free", "seats", new BigDecimal("2.50"), "tags", List.of("x", true))));

    private static final Decision DECISION = new Decision(
            "e-1",
            ActivityType.LOGIN,
            TIME,
            Action.BLOCK,
            91,
            List.of(new Reason(
                    "Credential stuffing from one address",
                    "credential-stuffing",
                    "OAT-008",
                    65,
                    new EntityRef(EntityKind.IP, "192.0.2.1"),
                    new TreeMap<>(Map.of("count login.failed, 10m", 42L, "share", new BigDecimal("0.5"))))),
            "rules-1",
            7,
            30);

    private final LogSerializer serializer = new LogSerializer();

    private static Activity activity(ActivityType type) {
        return switch (type) {
            case API_REQUEST -> new ApiRequest(ENVELOPE, "GET", "/v1/orders?page=2", 200, 12L, 3_400L, "order-1");
            case LOGIN -> new Login(ENVELOPE, "failed", "bad-password", "password");
            case SIGNUP -> new Signup(ENVELOPE, "succeeded", "jo@mail.test", "+49 1", "WELCOME");
            case PAYMENT ->
                new Payment(ENVELOPE, "declined", "charge", new BigDecimal("12.50"), "EUR", "05", "WELCOME", "o-1");
        };
    }

    private static String approved(String name) throws IOException {
        try (InputStream sample = StoredEventsTest.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(Objects.requireNonNull(sample, name).readAllBytes(), UTF_8).strip();
        }
    }

    @ParameterizedTest
    @EnumSource(ActivityType.class)
    void anActivityIsStoredUnderItsNameAsApproved(ActivityType type) throws IOException {
        SerializedObject<byte[]> stored = serializer.serialize(activity(type), byte[].class);

        assertThat(stored.getType().getName()).isEqualTo(type.label());
        String name = stored.getType().getName() + "." + stored.getType().getRevision();
        assertThat(new String(stored.getData(), UTF_8)).isEqualTo(approved(name));
    }

    @ParameterizedTest
    @EnumSource(ActivityType.class)
    void anApprovedActivityIsRead(ActivityType type) throws IOException {
        for (String revision : List.of("1", LogSerializer.CHECKED)) {
            Activity read = serializer.deserialize(stored(type.label(), revision, approved(type.label() + ".1")));

            assertThat(read).isEqualTo(activity(type));
        }
    }

    /** Accepted before addresses were checked. */
    @ParameterizedTest
    @CsvSource({"300.1.1.1, 300.1.1.1", "192.0.2.1:4711, 192.0.2.1", "proxy-7, proxy-7"})
    void anAddressIsReadWhateverItIs(String ip, String read) throws IOException {
        String before = approved("login.1").replace("192.0.2.1", ip);

        Activity activity = serializer.deserialize(stored("login", "1", before));

        assertThat(activity.entities().ip()).isEqualTo(read);
    }

    @Test
    void aDecisionRidesAlongAsApproved() throws IOException {
        SerializedObject<byte[]> stored = serializer.serialize(MetaData.with(Decided.DECISION, DECISION), byte[].class);

        assertThat(new String(stored.getData(), UTF_8)).isEqualTo(approved("decision"));
        MetaData read = serializer.deserialize(stored);
        assertThat(read.get(Decided.DECISION)).isEqualTo(DECISION);
    }

    @Test
    void aPlainAllowStoresItsRuleSetAlone() {
        SerializedObject<byte[]> stored =
                serializer.serialize(MetaData.with(Decided.RULE_SET, "rules-1"), byte[].class);

        assertThat(new String(stored.getData(), UTF_8)).isEqualTo("rules-1");
        MetaData read = serializer.deserialize(stored);
        assertThat(read).isEqualTo(MetaData.with(Decided.RULE_SET, "rules-1"));
    }

    @Test
    void whatIsNoEventOfTheLogIsNotMadeOne() {
        for (String name : List.of("java.lang.Runtime", "logout", LogSerializer.class.getName())) {
            Object read = serializer.deserialize(stored(name, "1", "{}"));
            assertThat(read).isInstanceOf(UnknownSerializedType.class);
        }
        Object later = serializer.deserialize(stored("login", "3", "{}"));
        assertThat(later).isInstanceOf(UnknownSerializedType.class);
    }

    private static SerializedObject<byte[]> stored(String type, String revision, String json) {
        return new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, type, revision);
    }
}
