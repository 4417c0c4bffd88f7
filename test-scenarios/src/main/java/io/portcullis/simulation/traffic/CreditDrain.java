package io.portcullis.simulation.traffic;

import io.portcullis.simulation.stage.Call;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Resells somebody else's credit with a language model: long answers by the hundred, on a key or account not its own. */
public final class CreditDrain extends Campaign {

    private final Persona[] resellers;
    private final int pause;
    private final int embeddings;

    public CreditDrain(Opening opening) {
        super(opening, 260, 500);
        Persona client = Clients.tool(dice);
        Persona stolen = dice.chance(60)
                ? client.apiKey(dice.id("key"))
                : client.account(victim()).token(dice.id("tok"));
        this.resellers = spread(stolen, dice.chance(60) ? 1 : dice.between(2, 10), Places::lair);
        this.pause = dice.between(500, 5_000);
        this.embeddings = dice.chance(30) ? 70 : 5;
    }

    @Override
    protected void round() {
        then(dice.pause(pause), dice.pick(resellers).request(question()));
    }

    private Call question() {
        if (dice.chance(embeddings)) {
            return post("/v1/embeddings", 200).taking(50 + dice.pause(200));
        }
        return post("/v1/chat/completions", dice.chance(95) ? 200 : 429)
                .taking(2_000 + dice.pause(12_000))
                .answering(4_000 + dice.pause(20_000));
    }
}
