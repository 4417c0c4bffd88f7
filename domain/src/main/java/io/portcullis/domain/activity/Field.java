package io.portcullis.domain.activity;

import static io.portcullis.domain.activity.ActivityType.API_REQUEST;
import static io.portcullis.domain.activity.ActivityType.LOGIN;
import static io.portcullis.domain.activity.ActivityType.PAYMENT;
import static io.portcullis.domain.activity.ActivityType.SIGNUP;

import java.util.Arrays;

/** The fields of an activity's JSON, in the order in which they are written. */
enum Field {
    ID("id", Shape.TEXT),
    TYPE("type", Shape.TEXT),
    OCCURRED_AT("occurredAt", Shape.INSTANT),
    USER("user", Shape.IDENTIFIER),
    ACCOUNT("account", Shape.IDENTIFIER),
    ORGANIZATION("organization", Shape.IDENTIFIER),
    DEVICE("device", Shape.IDENTIFIER),
    IP("ip", Shape.ADDRESS),
    API_KEY("apiKey", Shape.IDENTIFIER),
    TOKEN("token", Shape.IDENTIFIER),
    SESSION("session", Shape.IDENTIFIER),
    CARD("card", Shape.IDENTIFIER),
    USER_AGENT("userAgent", Shape.TEXT),
    HEADERS("headers", Shape.TEXTS),
    REFERRER("referrer", Shape.TEXT),
    APP("app", Shape.APP),
    NETWORK("network", Shape.NETWORK),
    METHOD("method", Shape.TEXT, API_REQUEST, LOGIN),
    PATH("path", Shape.TEXT, API_REQUEST),
    STATUS("status", Shape.INTEGER, API_REQUEST),
    DURATION_MS("durationMs", Shape.INTEGER, API_REQUEST),
    BYTES("bytes", Shape.INTEGER, API_REQUEST),
    RESOURCE("resource", Shape.TEXT, API_REQUEST),
    OUTCOME("outcome", Shape.TEXT, LOGIN, SIGNUP, PAYMENT),
    REASON("reason", Shape.TEXT, LOGIN),
    EMAIL("email", Shape.TEXT, SIGNUP),
    PHONE("phone", Shape.TEXT, SIGNUP),
    KIND("kind", Shape.TEXT, PAYMENT),
    AMOUNT("amount", Shape.DECIMAL, PAYMENT),
    CURRENCY("currency", Shape.TEXT, PAYMENT),
    DECLINE_CODE("declineCode", Shape.TEXT, PAYMENT),
    PROMO("promo", Shape.TEXT, SIGNUP, PAYMENT),
    ORDER("order", Shape.TEXT, PAYMENT),
    ATTRIBUTES("attributes", Shape.OBJECT);

    enum Shape {
        TEXT,
        IDENTIFIER,
        ADDRESS,
        TEXTS,
        INTEGER,
        DECIMAL,
        INSTANT,
        APP,
        NETWORK,
        OBJECT
    }

    final String label;
    final Shape shape;
    /** A bit for each type that has the field, none for those that all have. */
    private final int types;

    Field(String label, Shape shape, ActivityType... types) {
        this.label = label;
        this.shape = shape;
        this.types = Arrays.stream(types).mapToInt(type -> 1 << type.ordinal()).sum();
    }

    boolean belongsTo(ActivityType type) {
        return types == 0 || (types & 1 << type.ordinal()) != 0;
    }
}
