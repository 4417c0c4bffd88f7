package io.portcullis.rules.language;

import java.util.List;

/**
 * What stands between {@code when} and {@code then}, written anew from nothing but what was understood.
 *
 * @param fact the type's name
 * @param constraints all of which have to hold; none has an effect, so that their order does not matter
 */
public record Pattern(String fact, List<String> constraints) {

    /** In one line. */
    public String drl() {
        return fact + "( " + String.join(", ", constraints) + " )";
    }
}
