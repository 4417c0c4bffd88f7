package io.portcullis.cli;

import picocli.CommandLine;

/** The one entry point: {@code ./portcullis}. */
public final class Portcullis {

    private Portcullis() {}

    private static int execute(String[] args) {
        try {
            return CommandTree.create().execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println("portcullis: out of memory: give Java more, as PORTCULLIS_JAVA_OPTS=-Xmx4g, or serve"
                    + " --memory 4g");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Ends the process itself: libraries leave threads behind that would keep it alive. */
    public static void main(String[] args) {
        OfflineLogging.configure(args);
        System.exit(execute(args));
    }
}
