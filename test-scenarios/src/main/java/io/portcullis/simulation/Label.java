package io.portcullis.simulation;

/**
 * Whose doing an activity is.
 *
 * @param attack the attack
 * @param episode which of the simulation's episodes, from 0; no two attacks share one
 */
public record Label(Attack attack, int episode) {

    /** {@code card-testing#12}. */
    @Override
    public String toString() {
        return attack.label() + "#" + episode;
    }
}
