package io.portcullis.rules.vocabulary;

/**
 * An entry of the endpoint catalogue.
 *
 * @param id method and path template: {@code GET /v1/orders/{id}}
 * @param purpose what it is for; empty when it is not known
 * @param sensitivity low, medium or high
 */
public record EndpointProfile(String id, String purpose, String sensitivity) {

    /** Purpose and sensitivity are looked for among the words of the rules: the same word is the same object. */
    public EndpointProfile {
        purpose = purpose.intern();
        sensitivity = sensitivity.intern();
    }

    public static final EndpointProfile NONE = new EndpointProfile("", "", "low");

    public boolean sensitive() {
        return sensitivity.equals("high");
    }
}
