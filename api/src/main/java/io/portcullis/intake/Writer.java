package io.portcullis.intake;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.store.EventLog;
import io.portcullis.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides and appends. Whatever arrives while a batch commits forms the next one, so that batches
 * grow with the load and a lone activity waits for nobody.
 */
final class Writer implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Writer.class);

    /** A recovery longer than this is not to be repeated: about a second of folding. */
    private static final long WORTH_A_CHECKPOINT = 100_000;

    private static final long SECOND = 1_000_000_000;

    /** How often the pause doubles in which a log is not folded again in vain: up to 16 seconds. */
    private static final int LONGEST_PAUSE = 4;

    /** Between two reports of the same failure. */
    private static final long REPORT_EVERY = 60 * SECOND;

    private final EventLog log;
    private final Memory memory;
    private final IdempotencyIndex index;
    private final SubmissionQueue queue;
    private final Pacing pacing;
    private final IntakeMetrics metrics;
    private final Standing standing;
    private final CompletableFuture<Recovered> started = new CompletableFuture<>();
    /** How many batches in a row were not stored, though the store took writes before them. */
    private int failures;

    /** When the store is worth being tried again, by {@link System#nanoTime}. */
    private long retryAt;

    /** Whether the store took writes when it was last asked. */
    private boolean writable;

    /** Whether the memory has seen what the log has, and nothing else. */
    private boolean inStep;

    /** When the failure that the standing names was last reported, by {@link System#nanoTime}. */
    private long reportedAt;

    Writer(
            EventLog log,
            Memory memory,
            IdempotencyIndex index,
            SubmissionQueue queue,
            int batchLimit,
            IntakeMetrics metrics,
            Standing standing) {
        this.log = log;
        this.memory = memory;
        this.index = index;
        this.queue = queue;
        this.pacing = new Pacing(batchLimit);
        this.metrics = metrics;
        this.standing = standing;
    }

    /** Completes once the memory stands where the log ends. */
    CompletableFuture<Recovered> started() {
        return started;
    }

    @Override
    public void run() {
        try {
            started.complete(recover());
            for (List<Slice> batch = take(); !batch.isEmpty(); batch = take()) {
                process(batch);
            }
            if (inStep) {
                memory.checkpoint();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IntakeUnavailable e) {
            LOGGER.info("{}", e.getMessage());
            started.completeExceptionally(e);
        } catch (StoreException e) {
            LOGGER.error("The intake has stopped: {}", e.getMessage());
            started.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOGGER.error("The intake has stopped", e);
            started.completeExceptionally(e);
        } finally {
            standing.become(Standing.State.STOPPED);
            queue.close();
            queue.drain().forEach(Writer::refuse);
        }
    }

    /** Waits for a batch. While the store fails, tries it now and then, as nobody may send what would. */
    private List<Slice> take() throws InterruptedException {
        while (!inStep && queue.isIdle()) {
            queue.await(Math.max(SECOND, retryAt - System.nanoTime()));
            if (queue.isIdle()) {
                resume();
            }
        }
        return queue.take(pacing.limit(System.nanoTime()));
    }

    private void resume() {
        try {
            recoverFromFailure();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** To fold the log is much work, which waits until the store takes writes. */
    private void recoverFromFailure() {
        writable = false;
        log.requireWritable();
        writable = true;
        recover();
        LOGGER.info("The log takes activities again, behind position {}", memory.position());
    }

    private static void refuse(Submission submission) {
        submission.fail(new IntakeUnavailable("the server stops", null));
    }

    private Recovered recover() {
        long end = log.lastPosition();
        standing.recovering(end);
        RecoveryProgress progress = new RecoveryProgress(end, System::nanoTime, LOGGER::info);
        Recovered recovered = memory.recover(position -> {
            if (queue.isClosed()) {
                throw new IntakeUnavailable("the server was stopped before it had read its log", null);
            }
            standing.at(position);
            progress.at(position);
        });
        standing.at(recovered.position());
        inStep = true;
        writable = true;
        if (recovered.differing() > 0) {
            LOGGER.error("{} recorded decisions came out differently when they were folded", recovered.differing());
        }
        if (recovered.folded() > WORTH_A_CHECKPOINT) {
            memory.checkpoint();
        }
        standing.become(Standing.State.READY);
        return recovered;
    }

    private void process(List<Slice> batch) {
        long start = System.nanoTime();
        List<Decided> fresh = new ArrayList<>();
        List<byte[]> payloads = new ArrayList<>();
        List<List<Outcome>> outcomes = new ArrayList<>(batch.size());
        long decided;
        if (!inStep && start - retryAt < 0) {
            refuse(batch, unavailable("activities cannot be stored", null));
            return;
        }
        try {
            if (!inStep) {
                recoverFromFailure();
            }
            inStep = false;
            long durable = memory.position();
            for (Slice slice : batch) {
                outcomes.add(decide(slice, durable, fresh, payloads));
            }
            decided = System.nanoTime();
            if (!fresh.isEmpty()) {
                log.append(fresh, payloads);
            }
            inStep = true;
            failures = 0;
        } catch (RuntimeException | Error e) {
            fail(batch, e);
            return;
        }
        standing.stored(memory.position());
        long now = System.nanoTime();
        pacing.took(batch, start, now);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).submission().answer(outcomes.get(i));
            metrics.answered(batch.get(i), outcomes.get(i), now);
        }
        if (!fresh.isEmpty()) {
            metrics.batch(fresh, decided - start, now - decided);
            memory.checkpointIfDue();
        }
    }

    private List<Outcome> decide(Slice slice, long durable, List<Decided> fresh, List<byte[]> payloads) {
        List<Outcome> outcomes = new ArrayList<>(slice.size());
        for (Candidate candidate : slice.activities()) {
            String id = candidate.activity().id();
            Decided[] known = new Decided[1];
            long position = index.find(id, stored -> {
                known[0] = stored > durable
                        ? fresh.get((int) (stored - durable - 1))
                        : log.find(stored).orElse(null);
                return known[0] != null && known[0].activity().id().equals(id);
            });
            if (position > 0) {
                outcomes.add(new Outcome(
                        known[0].decision(), true, !known[0].activity().equals(candidate.activity())));
            } else {
                Decision decision = memory.fold(candidate.prepared());
                fresh.add(new Decided(candidate.activity(), decision));
                payloads.add(candidate.payload());
                outcomes.add(Outcome.fresh(decision));
            }
        }
        return outcomes;
    }

    private void fail(List<Slice> batch, Throwable cause) {
        fail(cause);
        refuse(batch, unavailable("the activities could not be stored", cause));
    }

    private IntakeUnavailable unavailable(String what, @Nullable Throwable cause) {
        return new IntakeUnavailable(
                what
                        + (log.damage().isPresent()
                                ? ", as the log is damaged: health tells the operator what to do"
                                : ": send them again"),
                cause);
    }

    /**
     * The memory has seen what the log has not, or may not have: it is rebuilt from the log before the next batch. That
     * is at once after a single failure. A store that takes no writes is asked every second; one that does, and fails
     * nevertheless, is left alone for longer and longer.
     */
    private void fail(Throwable cause) {
        failures += writable ? 1 : 0;
        long now = System.nanoTime();
        if (!writable) {
            retryAt = now + SECOND;
        } else {
            retryAt = failures == 1 ? now : now + (SECOND << Math.min(failures - 1, LONGEST_PAUSE));
        }
        String reason = StoreException.reason(cause);
        if (!reason.equals(standing.reason()) || now - reportedAt > REPORT_EVERY) {
            LOGGER.error("Activities cannot be stored: {}", reason);
            reportedAt = now;
        }
        standing.fail(reason);
    }

    private void refuse(List<Slice> batch, IntakeUnavailable unavailable) {
        metrics.failed();
        for (Slice slice : batch) {
            slice.submission().fail(unavailable);
            queue.giveUp(slice.submission());
        }
    }
}
