package io.portcullis.scenarios;

import io.portcullis.domain.activity.Activity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An activity of a story.
 *
 * @param name of its step; null for none
 * @param since the story's beginning
 */
record Moment(Activity activity, @Nullable String name, Duration since) {}
