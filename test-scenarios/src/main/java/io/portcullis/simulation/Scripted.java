package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import java.util.ArrayDeque;
import java.util.Queue;

/** An actor that plans a few steps at a time: a visit, a burst, an episode. */
abstract class Scripted implements Actor {

    /** A thing to do, once its time and its id are known. */
    @FunctionalInterface
    interface Act {
        Activity at(long time, String id);
    }

    private record Step(long time, Act act) {}

    private final Queue<Step> plan = new ArrayDeque<>(0);
    private final long start;
    private long planned;

    /** @param start when its first plan begins, milliseconds */
    Scripted(long start) {
        this.start = start;
        this.planned = start;
    }

    /** Plans the next steps, by {@link #then} and {@link #rest}; planning none ends it. */
    abstract void plan();

    /** The time that the plan has come to. */
    final long now() {
        return planned;
    }

    /** Waits for a time of a day, counted from the start; goes on at once when it is past. */
    final void sleepUntil(int day, long timeOfDay) {
        planned = Math.max(planned, start + day * Rhythm.DAY + timeOfDay);
    }

    /** Waits. */
    final void rest(long millis) {
        planned += millis;
    }

    /** Acts, a pause after what came before. */
    final void then(long pause, Act act) {
        rest(pause);
        plan.add(new Step(planned, act));
    }

    @Override
    public final long next() {
        if (plan.isEmpty()) {
            plan();
        }
        Step step = plan.peek();
        return step == null ? Long.MAX_VALUE : step.time();
    }

    @Override
    public final Activity act(String id) {
        Step step = plan.remove();
        return step.act().at(step.time(), id);
    }
}
