package io.portcullis.rules.memory;

import java.util.Set;

/**
 * Tallies of events that a request stands for: a POST to a login endpoint that is answered 401 is a failed log-in. They
 * are counted apart from those that the producer reports, and a question is answered by the larger of both: so what a
 * producer sends twice, as a request and as an event, counts once, in whatever order it comes.
 */
public final class Inferred {

    private static final String SIGN = "~";

    /** Those that requests are counted under as what they are. */
    private static final Set<String> OWN = Set.of("request", "");

    private Inferred() {}

    /** The tally that an inferred event counts under. */
    public static String of(String tally) {
        return SIGN + tally;
    }

    /** Whether an inferred event may count under the tally. */
    static boolean isFor(String tally) {
        int dot = tally.indexOf('.');
        return !OWN.contains(dot < 0 ? tally : tally.substring(0, dot));
    }

    static boolean is(String tally) {
        return tally.startsWith(SIGN);
    }
}
