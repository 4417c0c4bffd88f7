package io.portcullis.replay;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * An activity of history.
 *
 * @param recorded what was decided when it happened; null when history does not tell
 */
public record Entry(Activity activity, @Nullable Decision recorded) {}
