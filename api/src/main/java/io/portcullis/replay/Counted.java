package io.portcullis.replay;

import java.util.Locale;

/** A number of things, as people write it: {@code 1 rule}, {@code 2,000 rules}. */
public final class Counted {

    private Counted() {}

    /** @param thing one of them, whose plural ends in s */
    public static String of(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
