package io.portcullis.client;

import io.portcullis.domain.activity.Rejection;
import io.portcullis.domain.activity.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server did with the activities of a request.
 *
 * @param accepted how many it stored
 * @param duplicates how many it had already
 * @param rejected the others, by their index in the request; null when it does not say
 * @param warnings what should be mended in those that it stored; null when there is nothing
 */
public record Receipt(
        long accepted,
        long duplicates,
        @Nullable List<Rejection> rejected,
        @Nullable List<Warning> warnings) {

    /** What should be mended in the activities that it stored. */
    public List<Warning> remarks() {
        return warnings == null ? List.of() : warnings;
    }

    /** The activities that it refused to take. */
    public List<Rejection> rejections() {
        return rejected == null ? List.of() : rejected;
    }
}
