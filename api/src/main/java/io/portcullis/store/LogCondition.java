package io.portcullis.store;

import java.util.List;

/**
 * What an examination of a log has found.
 *
 * @param end the last position of the log, as far as it can be told
 * @param good how many events are whole
 * @param goodUntil the position up to which the log has every event, and each is whole
 * @param findings what is damaged, in plain words; empty when nothing is
 */
public record LogCondition(long end, long good, long goodUntil, List<String> findings) {

    public boolean isGood() {
        return findings.isEmpty();
    }
}
