package io.portcullis.simulation.stage;

/** When people are awake and when they work. */
public final class Rhythm {

    public static final long MINUTE = 60_000;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** How many in a hundred of those who could come do, by the hour of the day. */
    private static final int[] AWAKE = {
        8, 5, 3, 2, 2, 4, 12, 30, 48, 55, 58, 60, 62, 60, 58, 60, 64, 72, 85, 95, 100, 90, 60, 25
    };

    private Rhythm() {}

    /** The time, or the next at which somebody who would come then is awake. */
    static long awake(long time, Dice dice) {
        long at = time;
        while (!dice.chance(AWAKE[(int) (at % DAY / HOUR)])) {
            at += dice.between(20, 100) * MINUTE;
        }
        return at;
    }

    /** Whether a day, counted from a Monday, is one of a working week. */
    public static boolean isWorkday(int day) {
        return day % 7 < 5;
    }
}
