package io.portcullis.simulation.probing;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Sends every method and every malformed value to real endpoints and reads the errors. */
public final class Fuzzing extends Campaign {

    private static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"};
    private static final String[] PATHS = {
        "/v1/orders",
        "/v1/products",
        "/v1/account",
        "/v1/cart",
        "/v1/search",
        "/v1/coupons",
        "/v1/checkout",
        "/v1/users"
    };
    private static final String[] PAYLOADS = {
        "/%00",
        "/-1",
        "/99999999999999999999",
        "?id=1'%20OR%20'1'='1",
        "?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "?sort[$ne]=1",
        "/{{7*7}}",
        "?limit=-1",
        "?page=1e309",
        "/null",
        "?file=%2e%2e%2f",
        "/%c0%ae",
        "?redirect=//example.net",
        ""
    };
    private static final Integer[] ANSWERS = {400, 400, 400, 405, 405, 422, 422, 404, 415, 500, 200};

    private final Persona fuzzer;
    private final int pause;

    public Fuzzing(Opening opening) {
        super(opening, 120, 400);
        this.fuzzer = Clients.tool(dice)
                .from(Places.lair(dice))
                .account(dice.chance(40) ? dice.id("acc") : null)
                .token(dice.chance(40) ? dice.id("tok") : null);
        this.pause = dice.between(80, 1_500);
    }

    @Override
    protected void round() {
        then(
                dice.pause(pause),
                fuzzer.request(call(dice.pick(METHODS), dice.pick(PATHS) + dice.pick(PAYLOADS), dice.pick(ANSWERS))));
    }
}
