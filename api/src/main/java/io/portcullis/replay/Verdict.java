package io.portcullis.replay;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a replay came to for one activity.
 *
 * @param decision under the rules that are replayed
 * @param baseline under the rules that it is compared with, if it is
 * @param recorded what was decided when it happened, if history tells
 */
public record Verdict(
        Activity activity,
        Decision decision,
        @Nullable Decision baseline,
        @Nullable Decision recorded) {}
