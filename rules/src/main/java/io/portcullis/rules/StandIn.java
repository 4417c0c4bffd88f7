package io.portcullis.rules;

import java.util.Optional;

/**
 * Names what stands in for a session where a producer knows neither session nor device: one program at one source.
 * Several people may have the same one, so it counts for less, is never present, and nobody counts it. Nothing stands in
 * for a device: what is done on one device in days or weeks, a whole household or class does at one address.
 */
final class StandIn {

    private static final int HEXADECIMAL = 16;

    private StandIn() {}

    /**
     * @param source see {@link SourceName}
     * @param program hash of the user agent; 0 for none, which says too little to stand in for anything
     */
    static Optional<String> of(String source, long program) {
        return program == 0
                ? Optional.empty()
                : Optional.of(source + " " + Long.toUnsignedString(program, HEXADECIMAL));
    }
}
