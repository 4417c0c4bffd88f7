package io.portcullis.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.entity.IpAddress;
import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Program;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes activities in, decides each exactly once, and answers when activity and decision are durable. Any number of
 * threads may submit.
 */
public final class Intake implements AutoCloseable {

    private final EventLog log;
    private final RuleSet rules;
    private final Engine engine;
    private final Admission admission;
    private final IdempotencyIndex index;
    private final SubmissionQueue queue;
    private final IntakeMetrics metrics;
    private final Standing standing = new Standing();
    private final Writer writer;
    private final Thread thread;

    /**
     * @param log which nobody else appends to
     * @param checkpoint the file that shortens the next start
     * @param clock against which an activity's time is checked, and nothing else
     */
    public Intake(
            EventLog log,
            RuleSet rules,
            Path checkpoint,
            IntakeSettings settings,
            MeterRegistry registry,
            Clock clock) {
        this.log = log;
        this.rules = rules;
        this.engine = new Engine(rules);
        this.admission = new Admission(engine, clock, settings.horizon());
        this.index = new IdempotencyIndex(settings.idempotencyWindow());
        this.queue = new SubmissionQueue(settings.queueCapacity(), settings.queueBytes());
        this.metrics = new IntakeMetrics(registry, queue, standing);
        Checkpoint saved = new Checkpoint(checkpoint, program());
        Memory memory = new Memory(log, rules, engine, index, saved, settings.checkpointEvery());
        this.writer = new Writer(log, memory, index, queue, settings.batchLimit(), metrics, standing);
        this.thread = new Thread(writer, "intake");
    }

    /** What decides how an activity is remembered. */
    static String program() {
        return Program.of(Engine.class, Intake.class, Activity.class, IpAddress.class);
    }

    /** The position of a checkpoint, up to which there was a log once; 0 when there is none, or it cannot be read. */
    public static long checkpointIn(Path file) {
        return Checkpoint.positionOf(file);
    }

    /** Begins the recovery. Submissions are refused until it has completed. */
    public void start() {
        thread.start();
    }

    /** Completes with the recovery, or its failure. */
    public CompletableFuture<Recovered> recovered() {
        return writer.started();
    }

    /**
     * Looks at an activity and does what can be done ahead of its turn, on the caller's thread.
     *
     * @throws InvalidActivity when it is too far ahead of the clock, or too large
     */
    public Candidate admit(Activity activity) throws InvalidActivity {
        return admit(activity, Age.LIVE);
    }

    /**
     * As {@link #admit(Activity)}.
     *
     * @throws InvalidActivity also when it is older than that allows
     */
    public Candidate admit(Activity activity, Age age) throws InvalidActivity {
        return admission.admit(activity, age);
    }

    /**
     * Submits activities that belong to one request: they are taken together, all or none.
     *
     * @return an outcome for each, in their order, once they are durable; or {@link IntakeUnavailable}, when none or the
     *     first ones may have been stored: sent again, none counts twice
     * @throws Overloaded when too many wait
     * @throws IntakeUnavailable when it recovers or stops
     */
    public CompletableFuture<List<Outcome>> submit(List<Candidate> activities, Priority priority) {
        requireTaking();
        Submission submission = new Submission(activities, priority);
        try {
            queue.put(submission);
        } catch (Overloaded e) {
            metrics.refused();
            throw e;
        }
        return submission.outcomes();
    }

    /**
     * Keeps room for the activities of a large request, which come piece by piece.
     *
     * @param bytes of the request
     * @throws Overloaded when too many wait
     * @throws IntakeUnavailable when it recovers or stops
     */
    public Reservation reserve(int activities, long bytes, Priority priority) {
        requireTaking();
        try {
            return new Reservation(this, queue.reserve(activities, bytes), priority);
        } catch (Overloaded e) {
            metrics.refused();
            throw e;
        }
    }

    /** @throws IntakeUnavailable when it recovers or stops */
    void requireTaking() {
        switch (standing.state()) {
            case RECOVERING -> throw new IntakeUnavailable("the server recovers: try again soon", null);
            case STOPPED -> throw new IntakeUnavailable("the server stops", null);
            case READY, FAILING -> {}
        }
    }

    /** The decision about an activity among the last ones, as many as the idempotency window has. */
    public Optional<Decision> find(String activity) {
        Decided[] found = new Decided[1];
        index.find(activity, position -> {
            found[0] = log.find(position)
                    .filter(stored -> stored.activity().id().equals(activity))
                    .orElse(null);
            return found[0] != null;
        });
        return Optional.ofNullable(found[0]).map(Decided::decision);
    }

    public Standing standing() {
        return standing;
    }

    /** How many activities wait for their turn. */
    public int waiting() {
        return queue.waiting();
    }

    /** How many activities are being decided and stored. */
    public int inHand() {
        return queue.inHand();
    }

    /** Identifies the rules that decide. */
    public String ruleSet() {
        return rules.id();
    }

    /** Decides what waits, saves a checkpoint and stops. The log stays open. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
