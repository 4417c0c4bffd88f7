package io.portcullis.rules.reference;

import java.util.List;
import java.util.Locale;

/** {@code clients.yaml}, as it is written: the first program whose token stands in the user agent is it. */
record ClientsFile(List<Program> programs) {

    /** What a program is for. */
    enum Kind {
        BROWSER,
        LIBRARY,
        AUTOMATION,
        HEADLESS,
        CRAWLER,
        MONITOR
    }

    /**
     * A program.
     *
     * @param token stands in its user agent, in lower case; the name in lower case where the file gives none
     */
    record Program(String name, Kind kind, String token) {

        Program {
            token = (token == null ? name : token).toLowerCase(Locale.ROOT);
        }

        boolean isAutomated() {
            return kind == Kind.LIBRARY || kind == Kind.AUTOMATION || kind == Kind.HEADLESS;
        }

        boolean isDeclaredBot() {
            return kind == Kind.CRAWLER || kind == Kind.MONITOR;
        }
    }
}
