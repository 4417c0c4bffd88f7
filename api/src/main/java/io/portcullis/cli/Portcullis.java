package io.portcullis.cli;

/** The one entry point: {@code ./portcullis}. */
public final class Portcullis {

    private Portcullis() {}

    /** Ends the process itself: libraries leave threads behind that would keep it alive. */
    public static void main(String[] args) {
        OfflineLogging.configure(args);
        System.exit(CommandTree.create().execute(args));
    }
}
