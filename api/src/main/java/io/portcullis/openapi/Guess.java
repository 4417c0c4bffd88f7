package io.portcullis.openapi;

/**
 * What an endpoint is taken for.
 *
 * @param because what gave it away; empty when nothing did
 */
public record Guess(String purpose, String sensitivity, String because) {

    public boolean isRecognised() {
        return !because.isEmpty();
    }
}
