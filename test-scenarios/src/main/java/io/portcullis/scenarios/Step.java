package io.portcullis.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a story: an activity or a group of steps, once or again and again.
 *
 * @param name that expectations call its activities by; null for none
 * @param every from the start of one repetition to the start of the next; null for a second after the end of each
 * @param activity what happens; null for a group
 * @param steps of a group
 */
record Step(
        Offset at,
        int repeat,
        @Nullable Interval every,
        @Nullable String name,
        @Nullable ActivityTemplate activity,
        List<Step> steps) {}
