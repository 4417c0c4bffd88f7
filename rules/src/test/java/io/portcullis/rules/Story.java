package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells an engine what happened, one activity after the other. */
final class Story implements AutoCloseable {

    private static final ActivityReader READER = new ActivityReader(() -> "no-id");

    private final RuleSet rules;
    private final Engine engine;
    private long position;

    Story(RuleSet rules) {
        this.rules = rules;
        this.engine = new Engine(rules);
    }

    /** @param fields as JSON, in single quotes, without braces */
    static Activity activity(String time, String fields) {
        String json = "{'id':'a','occurredAt':'%s',%s}".formatted(time, fields);
        try {
            return READER.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (InvalidActivity e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Something happens on New Year's Day of 2026, at {@code 10:15:30}. */
    Decision at(String time, String fields) {
        return decide(activity("2026-01-01T" + time + "Z", fields));
    }

    Decision on(String day, String fields) {
        return decide(activity(day + "T00:00:00Z", fields));
    }

    Decision decide(Activity activity) {
        return engine.decide(activity, ++position);
    }

    static List<String> rules(Decision decision) {
        return decision.reasons().stream().map(Reason::rule).toList();
    }

    /** Of the first reason. */
    static Map<String, Object> evidence(Decision decision) {
        return decision.reasons().get(0).evidence();
    }

    Engine engine() {
        return engine;
    }

    RuleSet ruleSet() {
        return rules;
    }

    @Override
    public void close() {
        rules.close();
    }
}
