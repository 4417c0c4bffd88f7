package io.portcullis.replay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a replay takes history from, in order. */
@FunctionalInterface
public interface EntrySource {

    /** The next entry; null at the end. */
    @Nullable
    Entry next() throws IOException;
}
