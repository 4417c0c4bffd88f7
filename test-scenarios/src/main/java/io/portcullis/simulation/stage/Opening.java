package io.portcullis.simulation.stage;

/**
 * How an episode of an attack begins.
 *
 * @param start when, milliseconds
 * @param dice its own
 * @param town in which it takes place
 * @param percent how much of its natural length a long episode has; less than 100 in a small town, which it would drown
 */
public record Opening(long start, Dice dice, Town town, int percent) {

    /** An episode of fewer rounds is never shortened: it would no longer be what it is. */
    private static final int SHORT = 50;

    /** As early as leaves an attack of several days the time. */
    public Opening early() {
        return new Opening(town.start() + (start - town.start()) / 2, dice, town, percent);
    }

    /** Late enough for the victims to have had a life before. */
    public Opening late() {
        return new Opening(
                town.start() + town.days() * Rhythm.DAY / 3 + (start - town.start()) / 2, dice, town, percent);
    }

    /** At that hour of its day. */
    public Opening atHour(int hour) {
        long midnight = start - Math.floorMod(start - town.start(), Rhythm.DAY);
        return new Opening(midnight + hour * Rhythm.HOUR + dice.below(3_600) * 1_000L, dice, town, percent);
    }

    int rounds(int least, int most) {
        int natural = dice.between(least, most);
        return Math.min(natural, Math.max(SHORT, natural * percent / 100));
    }
}
