package io.portcullis.replay;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** What changes from one way to decide the same activities to another. */
final class Comparison {

    private static final int MOST_EXAMPLES = 20;

    /** An activity on which the two differ. */
    record Change(Activity activity, Decision before, Decision after) {}

    private final long[][] transitions = new long[Action.values().length][Action.values().length];
    private final RuleCounts rulesBefore = new RuleCounts();
    private final List<Change> newlyFlagged = new ArrayList<>();
    private final List<Change> noLongerFlagged = new ArrayList<>();
    private long newly;
    private long noLonger;
    private long sameActionOtherwise;

    void add(Activity activity, Decision before, Decision after) {
        transitions[before.action().ordinal()][after.action().ordinal()]++;
        rulesBefore.add(before.reasons());
        if (after.action().flags() && !before.action().flags()) {
            newly++;
            example(newlyFlagged, new Change(activity, before, after));
        } else if (before.action().flags() && !after.action().flags()) {
            noLonger++;
            example(noLongerFlagged, new Change(activity, before, after));
        }
        if (before.action() == after.action() && !sameGrounds(before, after)) {
            sameActionOtherwise++;
        }
    }

    private static boolean sameGrounds(Decision before, Decision after) {
        return before.score() == after.score() && before.reasons().equals(after.reasons());
    }

    private static void example(List<Change> examples, Change change) {
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(change);
        }
    }

    long from(Action before, Action after) {
        return transitions[before.ordinal()][after.ordinal()];
    }

    /** How many activities get another action. */
    long changed() {
        long changed = 0;
        for (Action before : Action.values()) {
            for (Action after : Action.values()) {
                changed += before == after ? 0 : from(before, after);
            }
        }
        return changed;
    }

    long newly() {
        return newly;
    }

    long noLonger() {
        return noLonger;
    }

    /** How many activities get the same action, with another score or for other reasons. */
    long sameActionOtherwise() {
        return sameActionOtherwise;
    }

    RuleCounts rulesBefore() {
        return rulesBefore;
    }

    /** The first of them. */
    List<Change> newlyFlagged() {
        return newlyFlagged;
    }

    /** The first of them. */
    List<Change> noLongerFlagged() {
        return noLongerFlagged;
    }
}
