package io.portcullis.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as the launcher does, and keeps what it says. */
final class Cli {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int status;

    private Cli(String... arguments) {
        CommandLine commands =
                CommandTree.create().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        status = commands.execute(arguments);
    }

    static Cli run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new Cli(texts);
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
