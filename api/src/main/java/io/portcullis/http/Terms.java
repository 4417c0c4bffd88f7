package io.portcullis.http;

import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.Redaction;
import io.portcullis.intake.Age;
import java.util.function.Supplier;

/**
 * On which terms a request's activities are taken.
 *
 * @param strict whether one with a field that is not known is refused: {@code ?strict=true}
 * @param age whether they may be as old as history is: {@code ?history=true}
 */
record Terms(Redaction redaction, boolean strict, Age age) {

    static Terms of(Redaction redaction, boolean strict, boolean history) {
        return new Terms(redaction, strict, history ? Age.HISTORY : Age.LIVE);
    }

    ActivityReader reader(Supplier<String> identifiers) {
        return new ActivityReader(identifiers, redaction, strict);
    }
}
