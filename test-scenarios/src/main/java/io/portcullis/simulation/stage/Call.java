package io.portcullis.simulation.stage;

import org.jspecify.annotations.Nullable;

/** A call of the API and its answer. */
public record Call(
        String method, String path, int status, @Nullable String resource, long durationMs, long bytes) {

    /** An answer of usual size after a usual time; errors are short. */
    static Call of(String method, String path, int status, Dice dice) {
        return new Call(method, path, status, null, 3 + dice.pause(60), status < 300 ? 90 + dice.pause(6_000) : 180);
    }

    /** @param changed the object that is read or changed */
    public Call on(String changed) {
        return new Call(method, path, status, changed, durationMs, bytes);
    }

    public Call taking(long millis) {
        return new Call(method, path, status, resource, millis, bytes);
    }

    public Call answering(long size) {
        return new Call(method, path, status, resource, durationMs, size);
    }
}
