package io.portcullis.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;

/** Activities as JSON in single quotes. */
final class Json {

    static final String LOGIN =
            "'type':'login','occurredAt':'2026-11-22T10:15:30.123Z','outcome':'failed','ip':'192.0.2.1'";

    private static final ActivityReader READER = new ActivityReader(() -> "made-up");

    private Json() {}

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** @param fields without braces */
    static Activity read(String fields) throws InvalidActivity {
        return READER.read(bytes("{" + fields + "}"));
    }

    /** A login with further fields. */
    static Activity login(String fields) throws InvalidActivity {
        return read(LOGIN + "," + fields);
    }

    static void assertRejected(String fields, String field, String reason) {
        InvalidActivity invalid = catchThrowableOfType(InvalidActivity.class, () -> read(fields));
        assertThat(invalid).as(fields).isNotNull();
        assertThat(invalid.field()).isEqualTo(field);
        assertThat(invalid.reason()).startsWith(reason);
    }

    /** A login with further fields, one of which is wrong. */
    static void assertLoginRejected(String fields, String field, String reason) {
        assertRejected(LOGIN + "," + fields, field, reason);
    }
}
