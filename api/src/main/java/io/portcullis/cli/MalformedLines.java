package io.portcullis.cli;

import io.portcullis.history.MalformedLine;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints malformed lines as they come; after many, only that there are more: all are counted in the end. */
final class MalformedLines implements Consumer<MalformedLine> {

    private static final int MOST = 1000;

    private final PrintWriter err;
    private int printed;

    MalformedLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(MalformedLine line) {
        if (printed < MOST) {
            err.println(line);
        } else if (printed == MOST) {
            err.println("... further malformed lines are counted, not printed");
        }
        printed++;
    }
}
