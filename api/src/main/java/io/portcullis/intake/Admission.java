package io.portcullis.intake;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.rules.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a live server asks of an activity beyond being valid. */
final class Admission {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** H2 stores up to 1 MiB in a row; nobody needs a quarter of it. */
    private static final int LARGEST = 256 * 1024;

    private final Engine engine;
    private final Clock clock;
    private final Duration horizon;
    private final ActivityWriter writer = new ActivityWriter();

    Admission(Engine engine, Clock clock, Duration horizon) {
        this.engine = engine;
        this.clock = clock;
        this.horizon = horizon;
    }

    Candidate admit(Activity activity, Age age) throws InvalidActivity {
        Instant now = clock.instant();
        if (age == Age.LIVE && activity.occurredAt().isBefore(now.minus(horizon))) {
            throw new InvalidActivity(
                    "occurredAt",
                    "must not be more than " + horizon.toDays()
                            + " days ago; history comes by ./portcullis import, or with ?history=true");
        }
        if (activity.occurredAt().isAfter(now.plus(AHEAD))) {
            throw new InvalidActivity(
                    "occurredAt",
                    "must not be more than " + AHEAD.toMinutes() + " minutes ahead of the server's clock");
        }
        byte[] payload = writer.write(activity);
        if (payload.length > LARGEST) {
            throw new InvalidActivity("", "must be at most " + LARGEST / 1024 + " KiB");
        }
        return new Candidate(engine.prepare(activity), payload);
    }
}
