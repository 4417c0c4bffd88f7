package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.Entities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an activity shows: who, with what, from where. Copies with one thing changed make the next one. */
record Persona(
        @Nullable String account,
        @Nullable String organization,
        @Nullable String device,
        @Nullable String ip,
        @Nullable String apiKey,
        @Nullable String token,
        @Nullable String session,
        @Nullable String card,
        @Nullable String userAgent,
        List<String> headers,
        @Nullable App app,
        @Nullable Network network) {

    static Persona of(String userAgent, List<String> headers) {
        return new Persona(null, null, null, null, null, null, null, null, userAgent, headers, null, null);
    }

    Persona account(@Nullable String changed) {
        return new Persona(
                changed, organization, device, ip, apiKey, token, session, card, userAgent, headers, app, network);
    }

    Persona organization(@Nullable String changed) {
        return new Persona(
                account, changed, device, ip, apiKey, token, session, card, userAgent, headers, app, network);
    }

    Persona device(@Nullable String changed) {
        return new Persona(
                account, organization, changed, ip, apiKey, token, session, card, userAgent, headers, app, network);
    }

    Persona from(Places.Place place) {
        return new Persona(
                account,
                organization,
                device,
                place.ip(),
                apiKey,
                token,
                session,
                card,
                userAgent,
                headers,
                app,
                place.network());
    }

    Persona apiKey(@Nullable String changed) {
        return new Persona(
                account, organization, device, ip, changed, token, session, card, userAgent, headers, app, network);
    }

    Persona token(@Nullable String changed) {
        return new Persona(
                account, organization, device, ip, apiKey, changed, session, card, userAgent, headers, app, network);
    }

    Persona session(@Nullable String changed) {
        return new Persona(
                account, organization, device, ip, apiKey, token, changed, card, userAgent, headers, app, network);
    }

    Persona card(@Nullable String changed) {
        return new Persona(
                account, organization, device, ip, apiKey, token, session, changed, userAgent, headers, app, network);
    }

    Persona app(App changed) {
        return new Persona(
                account, organization, device, ip, apiKey, token, session, card, userAgent, headers, changed, network);
    }

    private Envelope envelope(long time, String id, @Nullable String shownCard) {
        Entities entities = new Entities(null, account, organization, device, ip, apiKey, token, session, shownCard);
        return new Envelope(id, Instant.ofEpochMilli(time), entities, userAgent, headers, null, app, network, Map.of());
    }

    Activity request(long time, String id, String method, String path, int status, Dice dice) {
        return request(time, id, method, path, status, null, dice);
    }

    Activity request(
            long time, String id, String method, String path, int status, @Nullable String resource, Dice dice) {
        return new ApiRequest(
                envelope(time, id, null),
                method,
                path,
                status,
                (long) dice.between(5, 180),
                (long) dice.between(200, 24_000),
                resource);
    }

    Activity login(long time, String id, boolean succeeds) {
        return succeeds ? loggedIn(time, id, "password") : refused(time, id, "bad-password");
    }

    Activity loggedIn(long time, String id, String method) {
        return new Login(envelope(time, id, null), "succeeded", null, method);
    }

    Activity refused(long time, String id, String reason) {
        return new Login(envelope(time, id, null), "failed", reason, "password");
    }

    Activity signup(long time, String id, String email) {
        return new Signup(envelope(time, id, null), "succeeded", email, null, null);
    }

    Activity payment(long time, String id, String kind, boolean approved, int cents) {
        return new Payment(
                envelope(time, id, card),
                approved ? "approved" : "declined",
                kind,
                BigDecimal.valueOf(cents, 2),
                "EUR",
                approved ? null : "do-not-honor",
                null,
                null);
    }
}
