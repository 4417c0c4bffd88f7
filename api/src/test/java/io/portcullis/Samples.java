package io.portcullis;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.domain.event.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Activities and decisions for tests. */
public final class Samples {

    /** Of samples, whose time stands still. */
    public static final Duration ANY_AGE = Duration.ofDays(36_500);

    private static final ActivityReader READER = new ActivityReader(() -> "made");

    private Samples() {}

    public static String requestJson(String id, String ip) {
        return """
                {"id":"%s","type":"api-request","occurredAt":"2026-01-02T03:04:05.678Z","account":"acc-%d","ip":"%s",\
                "userAgent":"Mozilla/5.0","method":"GET","path":"/v1/orders/%s","status":200,"durationMs":12}""".formatted(id, Math.floorMod(id.hashCode(), 1000), ip, id);
    }

    public static Activity request(String id) {
        return request(id, "192.0.2." + Math.floorMod(id.hashCode(), 200));
    }

    public static Activity request(String id, String ip) {
        return read(requestJson(id, ip));
    }

    public static Activity read(String json) {
        try {
            return READER.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidActivity e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Decided allowed(long position) {
        Activity activity = request("a-" + position);
        return new Decided(
                activity,
                new Decision(
                        activity.id(),
                        activity.type(),
                        activity.occurredAt(),
                        Action.ALLOW,
                        0,
                        List.of(),
                        "rules-1",
                        position,
                        null));
    }

    public static Decided blocked(long position) {
        Activity activity = request("a-" + position);
        Reason reason = new Reason(
                "Scraping", "scraping", "OAT-011", 90, new EntityRef(EntityKind.IP, "192.0.2.1"), Map.of("seen", 9L));
        return new Decided(
                activity,
                new Decision(
                        activity.id(),
                        activity.type(),
                        activity.occurredAt(),
                        Action.BLOCK,
                        90,
                        List.of(reason),
                        "rules-1",
                        position,
                        null));
    }
}
