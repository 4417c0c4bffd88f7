package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.Activity;
import java.util.ArrayDeque;
import java.util.Queue;

/** An actor that plans a few steps at a time: a visit, a burst, an episode. */
public abstract class Scripted implements Actor {

    private record Step(long time, Act act) {}

    protected final Dice dice;
    private final Queue<Step> plan = new ArrayDeque<>(0);
    private final long start;
    private long planned;

    /** @param start when its first plan begins, milliseconds */
    protected Scripted(long start, Dice dice) {
        this.start = start;
        this.planned = start;
        this.dice = dice;
    }

    /** Plans the next steps, by {@link #then} and {@link #rest}; planning none ends it. */
    protected abstract void plan();

    /** The time that the plan has come to. */
    protected final long now() {
        return planned;
    }

    /** Waits for a time of a day, counted from the start; goes on at once when it is past. */
    protected final void sleepUntil(int day, long timeOfDay) {
        planned = Math.max(planned, start + day * Rhythm.DAY + timeOfDay);
    }

    /** Waits. */
    protected final void rest(long millis) {
        planned += millis;
    }

    /** Waits until somebody who would act now is awake. */
    protected final void wake() {
        planned = Rhythm.awake(planned, dice);
    }

    /** Acts, a pause after what came before. */
    protected final void then(long pause, Act act) {
        rest(pause);
        plan.add(new Step(planned, act));
    }

    protected final Call get(String path) {
        return Call.of("GET", path, 200, dice);
    }

    protected final Call get(String path, int status) {
        return Call.of("GET", path, status, dice);
    }

    protected final Call post(String path, int status) {
        return Call.of("POST", path, status, dice);
    }

    protected final Call call(String method, String path, int status) {
        return Call.of(method, path, status, dice);
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
