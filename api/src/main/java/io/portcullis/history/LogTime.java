package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the lines of a log format tell their time. */
interface LogTime {

    /** The fields that it is read from. */
    List<String> paths();

    Instant of(LogFields fields) throws InvalidActivity;

    /**
     * The most exact of the times that the format names; null when it names none.
     *
     * @param outputs the fields of the format, in its order
     * @throws IllegalArgumentException when it names one that cannot be read
     */
    static @Nullable LogTime find(String format, Set<String> outputs) {
        LogTime epoch = WrittenTime.find(WrittenTime.EPOCH, outputs);
        if (epoch != null) {
            return epoch;
        }
        LogTime patterned = PatternedTime.find(format, outputs);
        return patterned != null ? patterned : WrittenTime.find(WrittenTime.TEXT, outputs);
    }
}
