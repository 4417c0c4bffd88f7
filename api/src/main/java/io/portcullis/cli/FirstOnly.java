package io.portcullis.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints the first of many remarks of one sort as they come. The command's summary has their number. */
final class FirstOnly implements Consumer<Object> {

    private static final int MOST = 10;

    private final PrintWriter err;
    private final String sort;
    private int count;

    /** @param sort what the remarks are of, in plural */
    FirstOnly(PrintWriter err, String sort) {
        this.err = err;
        this.sort = sort;
    }

    @Override
    public void accept(Object remark) {
        if (count > MOST) {
            return;
        }
        err.println(count < MOST ? remark : "... further " + sort + " are counted, not printed");
        count++;
    }

    static FirstOnly malformed(PrintWriter err) {
        return new FirstOnly(err, "malformed lines");
    }
}
