package io.portcullis.simulation;

/** Password resets or exports, called without end. */
final class SensitiveEndpointFlood extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final String path;
    private int left;

    SensitiveEndpointFlood(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(400, 900);
        this.path = dice.chance(50) ? "/v1/password-reset" : "/v1/export";
        this.persona = Clients.browser(dice)
                .from(Places.datacenter(dice))
                .account("acc-sf" + number)
                .session("s-sf" + number);
    }

    @Override
    void plan() {
        if (left-- > 0) {
            then(dice.between(200, 1_200), (at, id) -> persona.request(at, id, "POST", path, 202, dice));
        }
    }
}
