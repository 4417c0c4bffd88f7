package io.portcullis.server;

import io.portcullis.intake.Intake;
import io.portcullis.intake.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether activities are taken: not while the memory is recovered, nor while the store fails. */
final class IntakeHealth implements HealthIndicator {

    private final Intake intake;

    IntakeHealth(Intake intake) {
        this.intake = intake;
    }

    @Override
    public Health health() {
        Standing standing = intake.standing();
        Health.Builder health =
                switch (standing.state()) {
                    case READY -> Health.up();
                    case RECOVERING -> Health.outOfService();
                    case FAILING, STOPPED -> Health.down();
                };
        health.withDetail("state", standing.state()).withDetail("position", standing.position());
        if (standing.state() == Standing.State.FAILING) {
            health.withDetail("reason", standing.reason());
        }
        return health.build();
    }
}
