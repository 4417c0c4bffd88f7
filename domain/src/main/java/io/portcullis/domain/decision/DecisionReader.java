package io.portcullis.domain.decision;

import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads back what {@link DecisionWriter} wrote. It trusts its input: decisions come from our own log alone. */
public final class DecisionReader {

    private static final JsonFactory JSON = new JsonFactory();

    public Decision read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            return decision(json);
        }
    }

    private static Decision decision(JsonParser json) {
        String activity = "";
        ActivityType type = ActivityType.API_REQUEST;
        Instant occurredAt = Instant.EPOCH;
        Action action = Action.ALLOW;
        int score = 0;
        List<Reason> reasons = List.of();
        String ruleSet = "";
        long position = 0;
        Integer retryAfterSeconds = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "activity" -> activity = json.getString();
                case "type" -> type = ActivityType.ofLabel(json.getString()).orElseThrow();
                case "occurredAt" -> occurredAt = Instant.parse(json.getString());
                case "action" -> action = Action.valueOf(json.getString());
                case "score" -> score = json.getIntValue();
                case "reasons" -> reasons = reasons(json);
                case "ruleSet" -> ruleSet = json.getString();
                case "position" -> position = json.getLongValue();
                case "retryAfterSeconds" -> retryAfterSeconds = json.getIntValue();
                default -> json.skipChildren();
            }
        }
        return new Decision(activity, type, occurredAt, action, score, reasons, ruleSet, position, retryAfterSeconds);
    }

    private static List<Reason> reasons(JsonParser json) {
        List<Reason> reasons = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            reasons.add(reason(json));
        }
        return List.copyOf(reasons);
    }

    private static Reason reason(JsonParser json) {
        String rule = "";
        String signal = "";
        String threat = "";
        int score = 0;
        EntityRef entity = new EntityRef(EntityKind.IP, "");
        Map<String, Object> evidence = Map.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "rule" -> rule = json.getString();
                case "signal" -> signal = json.getString();
                case "threat" -> threat = json.getString();
                case "score" -> score = json.getIntValue();
                case "entity" -> entity = entity(json);
                case "evidence" -> evidence = evidence(json);
                default -> json.skipChildren();
            }
        }
        return new Reason(rule, signal, threat, score, entity, evidence);
    }

    private static EntityRef entity(JsonParser json) {
        EntityKind kind = EntityKind.IP;
        String id = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("kind")) {
                kind = EntityKind.ofLabel(json.getString()).orElseThrow();
            } else {
                id = json.getString();
            }
        }
        return new EntityRef(kind, id);
    }

    private static Map<String, Object> evidence(JsonParser json) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String asked = json.currentName();
            switch (json.nextToken()) {
                case VALUE_NUMBER_INT -> evidence.put(asked, json.getLongValue());
                case VALUE_NUMBER_FLOAT -> evidence.put(asked, json.getDecimalValue());
                case VALUE_TRUE, VALUE_FALSE -> evidence.put(asked, json.getBooleanValue());
                default -> evidence.put(asked, json.getString());
            }
        }
        return Collections.unmodifiableMap(evidence);
    }
}
