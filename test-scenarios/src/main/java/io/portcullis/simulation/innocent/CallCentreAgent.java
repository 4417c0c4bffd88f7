package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;
import io.portcullis.simulation.stage.Town;

/**
 * Takes calls for a shift and looks into one customer's account after the other, at a desk that the next shift uses too:
 * sends password resets, gives money back.
 */
public final class CallCentreAgent extends Scripted {

    private static final int AGENTS = 24;

    private final Town town;
    private final Persona persona;
    private final boolean late;
    private int day = -1;
    private int calls;
    private Persona today;

    /** @param start midnight at which the first day begins */
    public CallCentreAgent(int number, long start, Town town, Dice dice) {
        super(start, dice);
        this.town = town;
        this.late = number % 2 == 1;
        Dice desk = new Dice(77_000L + number / 2);
        this.persona = Clients.browser(desk)
                .user(dice.id("agent"))
                .organization("callcentre-" + number / AGENTS)
                .device(desk.id("dev"))
                .referrer("https://desk.example/")
                .from(Places.office(2_000 + number / AGENTS));
        this.today = persona;
    }

    @Override
    protected void plan() {
        if (calls-- == 0) {
            day++;
            calls = dice.between(25, 50);
            sleepUntil(day, (late ? 15 : 8) * Rhythm.HOUR + dice.below(900) * 1_000L);
            today = persona.session(dice.id("s"));
            then(dice.pause(5_000), today.loggedIn("sso"));
        }
        answer(today.account(town.anybody(dice)));
    }

    private void answer(Persona caller) {
        then(dice.pause(5 * Rhythm.MINUTE), caller.request(get("/v1/search?q=customer")));
        then(dice.pause(12_000), caller.request(get("/v1/account")));
        String order = "order-" + dice.below(90_000);
        then(dice.pause(25_000), caller.request(get("/v1/orders/" + order).on(order)));
        int what = dice.below(100);
        if (what < 12) {
            then(dice.pause(50_000), caller.request(post("/v1/password-reset", 202)));
        } else if (what < 24) {
            then(dice.pause(50_000), caller.request(post("/v1/refunds", 202).on(order)));
            then(
                    dice.pause(9_000),
                    caller.pay(Money.refund(500 + (int) dice.pause(4_000)).order(order)));
        } else if (what < 30) {
            then(dice.pause(50_000), caller.request(call("PUT", "/v1/account/email", 200)));
        }
    }
}
