package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Call;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;

/** A company's assistant that asks the model what its own users ask, by day more than by night, and always has. */
public final class Assistant extends Scripted {

    private final Persona persona;

    public Assistant(int number, long start, Dice dice) {
        super(start, dice);
        this.persona = Clients.integration("assistant/" + dice.between(1, 4) + ".2 (node 22)")
                .apiKey(dice.id("key"))
                .organization("tenant-" + number)
                .from(Places.cloud(number));
    }

    @Override
    protected void plan() {
        wake();
        int questions = dice.between(3, 25);
        for (int i = 0; i < questions; i++) {
            then(dice.pause(20_000), persona.request(question()));
        }
        rest(dice.pause(20 * Rhythm.MINUTE));
    }

    private Call question() {
        return dice.chance(25)
                ? post("/v1/embeddings", 200).taking(30 + dice.pause(120))
                : post("/v1/chat/completions", 200).taking(400 + dice.pause(2_500));
    }
}
