package io.portcullis.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.event.Decided;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the intake tells of itself. The writer alone calls, but for {@link #refused}. */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final Map<Action, Counter> decisions = new EnumMap<>(Action.class);
    private final Map<String, Counter> firings = new HashMap<>();
    private final DistributionSummary batchSize;
    private final Timer decide;
    private final Timer commit;
    private final Timer latency;
    private final Counter duplicates;
    private final Counter refused;
    private final Counter failed;

    IntakeMetrics(MeterRegistry registry, SubmissionQueue queue, Standing standing) {
        this.registry = registry;
        for (Action action : Action.values()) {
            counter(action);
        }
        batchSize = DistributionSummary.builder("portcullis.intake.batch.size")
                .description("Activities in a transaction")
                .register(registry);
        decide = timer("portcullis.intake.decide", "Deciding a batch");
        commit = timer("portcullis.intake.commit", "Storing a batch");
        latency = Timer.builder("portcullis.intake.latency")
                .description("From submission to the durable decision, of interactive submissions")
                .publishPercentiles(0.5, 0.99, 0.999)
                .distributionStatisticExpiry(Duration.ofMinutes(1))
                .register(registry);
        duplicates = counter("portcullis.intake.duplicates", "Activities that were there already");
        refused = counter("portcullis.intake.refused", "Submissions refused because too many wait");
        failed = counter("portcullis.intake.failed", "Batches that could not be stored");
        registry.gauge("portcullis.intake.queue", queue, SubmissionQueue::waiting);
        registry.gauge("portcullis.intake.position", standing, Standing::position);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void batch(List<Decided> stored, long decideNanos, long commitNanos) {
        batchSize.record(stored.size());
        decide.record(decideNanos, TimeUnit.NANOSECONDS);
        commit.record(commitNanos, TimeUnit.NANOSECONDS);
        for (Decided decided : stored) {
            counter(decided.decision().action()).increment();
            decided.decision().reasons().forEach(this::fired);
        }
    }

    private Counter counter(Action action) {
        return decisions.computeIfAbsent(action, a -> Counter.builder("portcullis.intake.decisions")
                .description("Activities decided and stored")
                .tag("action", a.name())
                .register(registry));
    }

    private void fired(Reason reason) {
        firings.computeIfAbsent(reason.rule(), rule -> Counter.builder("portcullis.rule.firings")
                        .description("How often a rule raised its signal")
                        .tag("rule", rule)
                        .register(registry))
                .increment();
    }

    void answered(Slice slice, List<Outcome> outcomes, long now) {
        if (slice.submission().priority() == Priority.INTERACTIVE && slice.isLast()) {
            latency.record(now - slice.submission().since(), TimeUnit.NANOSECONDS);
        }
        long again = outcomes.stream().filter(Outcome::duplicate).count();
        if (again > 0) {
            duplicates.increment((double) again);
        }
    }

    void refused() {
        refused.increment();
    }

    void failed() {
        failed.increment();
    }
}
