package io.portcullis.server;

import io.portcullis.intake.Intake;
import io.portcullis.intake.Standing;
import io.portcullis.store.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether activities are taken: not while the memory is recovered, nor while the store fails. A damaged log is named, but
 * while activities are taken nevertheless, that is no reason to stop sending them.
 */
final class IntakeHealth implements HealthIndicator {

    static final Status RECOVERING = new Status("RECOVERING");

    private final Intake intake;
    private final EventLog log;

    IntakeHealth(Intake intake, EventLog log) {
        this.intake = intake;
        this.log = log;
    }

    @Override
    public Health health() {
        Standing standing = intake.standing();
        Health.Builder health =
                switch (standing.state()) {
                    case READY -> Health.up();
                    case RECOVERING -> Health.status(RECOVERING);
                    case FAILING, STOPPED -> Health.down();
                };
        health.withDetail("state", standing.state()).withDetail("position", standing.position());
        if (standing.state() == Standing.State.FAILING) {
            health.withDetail("reason", standing.reason());
        }
        log.damage().ifPresent(damage -> health.withDetail("damage", damage));
        return health.build();
    }
}
