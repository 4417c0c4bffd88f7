package io.portcullis.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Log and intake of one server's life, on a folder that outlives it. */
final class Server implements AutoCloseable {

    final EventLog log;
    final Intake intake;
    final Recovered recovered;

    Server(Path folder) {
        this(folder, Rules.SHIPPED);
    }

    Server(Path folder, RuleSet rules) {
        this(folder, rules, IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE));
    }

    Server(Path folder, RuleSet rules, IntakeSettings settings) {
        this(EventLog.open(folder), folder, rules, settings);
    }

    Server(EventLog log, Path folder) {
        this(log, folder, Rules.SHIPPED, IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE));
    }

    private Server(EventLog log, Path folder, RuleSet rules, IntakeSettings settings) {
        this.log = log;
        intake = new Intake(
                log, rules, folder.resolve("checkpoint"), settings, new SimpleMeterRegistry(), Clock.systemUTC());
        intake.start();
        recovered = intake.recovered().join();
    }

    List<Outcome> submit(Activity... activities) {
        return submit(List.of(activities), Priority.BULK).join();
    }

    CompletableFuture<List<Outcome>> submit(List<Activity> activities, Priority priority) {
        List<Candidate> candidates = new ArrayList<>();
        for (Activity activity : activities) {
            try {
                candidates.add(intake.admit(activity));
            } catch (InvalidActivity e) {
                throw new IllegalArgumentException(e);
            }
        }
        return intake.submit(candidates, priority);
    }

    @Override
    public void close() {
        intake.close();
        log.close();
    }
}
