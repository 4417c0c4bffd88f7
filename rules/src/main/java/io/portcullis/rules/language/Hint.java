package io.portcullis.rules.language;

import io.portcullis.domain.spelling.Nearest;
import java.util.Collection;

/** What to say of a name that there is not. */
final class Hint {

    private Hint() {}

    /** {@code ; did you mean "login.failed"?}, or nothing when no name is near. */
    static String of(String name, Collection<String> names) {
        return Nearest.to(name, names, Math.max(2, name.length() / 2))
                .map(meant -> "; did you mean \"" + meant + "\"?")
                .orElse("");
    }
}
