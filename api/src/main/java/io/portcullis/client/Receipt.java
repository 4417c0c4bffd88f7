package io.portcullis.client;

import io.portcullis.domain.activity.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server did with the activities of a request.
 *
 * @param accepted how many it stored
 * @param duplicates how many it had already
 * @param rejected the others, by their index in the request; null when it does not say
 */
public record Receipt(
        long accepted, long duplicates, @Nullable List<Rejection> rejected) {

    /** The activities that it refused to take. */
    public List<Rejection> rejections() {
        return rejected == null ? List.of() : rejected;
    }
}
