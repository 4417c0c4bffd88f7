package io.portcullis.rules.vocabulary;

import io.portcullis.domain.decision.Band;
import java.util.Set;

/** The fact of a policy rule: how risky the activity is, before it is decided what to do about it. */
public final class Assessment {

    private final Activity activity;
    private final int score;
    private final Set<String> signals;

    public Assessment(Activity activity, int score, Set<String> signals) {
        this.activity = activity;
        this.score = score;
        this.signals = signals;
    }

    public Activity getActivity() {
        return activity;
    }

    /** As {@link Activity#getType()}. */
    public String getType() {
        return activity.getType();
    }

    /** 0 to 100. */
    public int getScore() {
        return score;
    }

    /** Whether the score is 25 to 59: the policy chooses between monitor and throttle. */
    public boolean isMedium() {
        return Band.of(score) == Band.MEDIUM;
    }

    /** Whether the score is 60 to 84: the policy chooses between challenge and review. */
    public boolean isHigh() {
        return Band.of(score) == Band.HIGH;
    }

    /** As {@link Activity#textMatches}. */
    public boolean textMatches(int pattern, String text) {
        return activity.textMatches(pattern, text);
    }

    /** Whether a rule raised that signal. */
    public boolean signalled(String signal) {
        return signals.contains(signal);
    }
}
