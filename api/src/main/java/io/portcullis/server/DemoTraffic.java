package io.portcullis.server;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.Intake;
import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Overloaded;
import io.portcullis.intake.Priority;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Simulated traffic for a server that somebody wants to look at: yesterday's at once, and from then on, for some days,
 * what happens as it happens, about an activity a second.
 */
final class DemoTraffic implements Runnable {

    private static final int ACTIVITIES = 600_000;
    private static final Duration PAST = Duration.ofDays(1);
    private static final int REQUEST = 500;

    private final Intake intake;
    private final Clock clock;

    DemoTraffic(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            intake.recovered().join();
            play(clock.instant());
        } catch (Stopped | IntakeUnavailable | CompletionException e) {
            // The server stops, and its demo with it.
            Thread.currentThread().interrupt();
        }
    }

    private void play(Instant began) {
        Duration since = Duration.between(Simulation.START, began.minus(PAST));
        String prefix = "demo-" + began.toEpochMilli() + "-";
        List<Activity> request = new ArrayList<>(REQUEST);
        new Simulation(ACTIVITIES, 1, EnumSet.allOf(Attack.class)).play((activity, attack) -> {
            Instant time = activity.occurredAt().plus(since);
            Duration ahead = Duration.between(clock.instant(), time);
            if (!request.isEmpty() && (ahead.toMillis() > 0 || request.size() == REQUEST)) {
                submit(request);
                request.clear();
            }
            if (ahead.toMillis() > 0) {
                sleep(ahead);
            }
            request.add(moved(activity, prefix, time));
        });
        submit(request);
    }

    private static Activity moved(Activity activity, String prefix, Instant time) {
        Envelope from = activity.envelope();
        return activity.with(new Envelope(
                prefix + from.id(),
                time,
                from.entities(),
                from.userAgent(),
                from.headers(),
                from.referrer(),
                from.app(),
                from.network(),
                from.attributes()));
    }

    private void submit(List<Activity> activities) {
        List<Candidate> candidates = new ArrayList<>(activities.size());
        for (Activity activity : activities) {
            try {
                candidates.add(intake.admit(activity));
            } catch (InvalidActivity e) {
                throw new IllegalStateException("the simulator made an invalid activity", e);
            }
        }
        while (!candidates.isEmpty()) {
            try {
                intake.submit(candidates, Priority.BULK).join();
                return;
            } catch (Overloaded e) {
                sleep(Duration.ofSeconds(e.retryAfterSeconds()));
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** The server stops. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
