package io.portcullis.cli;

/** The one entry point: {@code ./portcullis}. */
public final class Portcullis {

    private Portcullis() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
