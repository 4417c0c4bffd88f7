package io.portcullis.projections;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Activities and reasons for tests. */
public final class Samples {

    private Samples() {}

    /** An activity from its JSON, with single quotes. */
    public static Activity activity(String json) {
        try {
            return new ActivityReader(() -> "made").read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (InvalidActivity e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A failed login of an account from an address. */
    public static Activity failedLogin(String id, String occurredAt, String account, String ip) {
        return activity("{'id':'%s','type':'login','occurredAt':'%s','account':'%s','ip':'%s','outcome':'failed'}"
                .formatted(id, occurredAt, account, ip));
    }

    public static Reason reason(String signal, int score, EntityKind kind, String id) {
        return new Reason("Rule of " + signal, signal, "OAT-008", score, new EntityRef(kind, id), Map.of("seen", 9L));
    }
}
