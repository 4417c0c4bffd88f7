package io.portcullis.scenarios;

import io.portcullis.rules.Diagnostic;

/** A file that holds no scenarios as they are written. */
public final class InvalidScenario extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param diagnostic what is wrong, and where */
    InvalidScenario(Diagnostic diagnostic) {
        super(diagnostic.toString());
    }

    InvalidScenario(String file, Place place, String message) {
        this(new Diagnostic(file, place.line(), place.column(), message));
    }
}
