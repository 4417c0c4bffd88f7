package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Network;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.entity.Entities;
import io.portcullis.simulation.stage.Places.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an activity shows: who, with what, from where. It does not change; a copy with one thing changed makes the next
 * one.
 */
public final class Persona {

    private @Nullable String user;
    private @Nullable String account;
    private @Nullable String organization;
    private @Nullable String device;
    private @Nullable String apiKey;
    private @Nullable String token;
    private @Nullable String session;
    private @Nullable String card;
    private @Nullable String userAgent;
    private List<String> headers;
    private @Nullable String referrer;
    private @Nullable App app;
    private @Nullable Place place;

    Persona(String userAgent, List<String> headers) {
        this.userAgent = userAgent;
        this.headers = headers;
    }

    private Persona(Persona like) {
        user = like.user;
        account = like.account;
        organization = like.organization;
        device = like.device;
        apiKey = like.apiKey;
        token = like.token;
        session = like.session;
        card = like.card;
        userAgent = like.userAgent;
        headers = like.headers;
        referrer = like.referrer;
        app = like.app;
        place = like.place;
    }

    public boolean isApp() {
        return app != null;
    }

    public Persona user(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.user = changed;
        return copy;
    }

    public Persona account(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.account = changed;
        return copy;
    }

    public Persona organization(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.organization = changed;
        return copy;
    }

    public Persona device(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.device = changed;
        return copy;
    }

    public Persona apiKey(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.apiKey = changed;
        return copy;
    }

    public Persona token(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.token = changed;
        return copy;
    }

    public Persona session(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.session = changed;
        return copy;
    }

    public Persona card(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.card = changed;
        return copy;
    }

    public Persona referrer(@Nullable String changed) {
        Persona copy = new Persona(this);
        copy.referrer = changed;
        return copy;
    }

    public Persona app(App changed) {
        Persona copy = new Persona(this);
        copy.app = changed;
        return copy;
    }

    public Persona from(Place changed) {
        Persona copy = new Persona(this);
        copy.place = changed;
        return copy;
    }

    /** The same person's things, with the program of another. */
    public Persona through(Persona client) {
        Persona copy = new Persona(this);
        copy.userAgent = client.userAgent;
        copy.headers = client.headers;
        copy.app = client.app;
        return copy;
    }

    /** The same account and card, in the hands of a thief with a device, a program and a place of their own. */
    public Persona heldBy(Persona thief) {
        Persona copy = through(thief);
        copy.device = thief.device;
        copy.place = thief.place;
        return copy;
    }

    public Act request(Call call) {
        return (time, id) -> new ApiRequest(
                envelope(time, id, null),
                call.method(),
                call.path(),
                call.status(),
                call.durationMs(),
                call.bytes(),
                call.resource());
    }

    /** @param method password, mfa, sso, token-refresh, password-reset */
    public Act loggedIn(String method) {
        return (time, id) -> new Login(envelope(time, id, null), "succeeded", null, method);
    }

    public Act loggedIn() {
        return loggedIn("password");
    }

    /** @param reason bad-password, unknown-user, locked */
    public Act refused(String reason) {
        return (time, id) -> new Login(envelope(time, id, null), "failed", reason, "password");
    }

    public Act mistyped() {
        return refused("bad-password");
    }

    /** The password was right; now the phone asks. */
    public Act challenged() {
        return (time, id) -> new Login(envelope(time, id, null), "challenged", null, "mfa");
    }

    public Act notConfirmed() {
        return (time, id) -> new Login(envelope(time, id, null), "failed", "mfa-failed", "mfa");
    }

    public Act signup(String email) {
        return signup(email, null, null);
    }

    public Act signup(String email, @Nullable String phone, @Nullable String promo) {
        return (time, id) -> new Signup(envelope(time, id, null), "succeeded", email, phone, promo);
    }

    public Act signupRejected(String email) {
        return (time, id) -> new Signup(envelope(time, id, null), "rejected", email, null, null);
    }

    public Act pay(Money money) {
        return (time, id) -> new Payment(
                envelope(time, id, card),
                money.declineCode() == null ? "approved" : "declined",
                money.kind(),
                BigDecimal.valueOf(money.cents(), 2),
                "EUR",
                money.declineCode(),
                money.promo(),
                money.order());
    }

    private Envelope envelope(long time, String id, @Nullable String shownCard) {
        String ip = place == null ? null : place.ip();
        Network network = place == null ? null : place.network();
        Map<String, Object> attributes = place == null ? Map.of() : place.coordinates();
        Entities entities = new Entities(user, account, organization, device, ip, apiKey, token, session, shownCard);
        return new Envelope(
                id, Instant.ofEpochMilli(time), entities, userAgent, headers, referrer, app, network, attributes);
    }
}
