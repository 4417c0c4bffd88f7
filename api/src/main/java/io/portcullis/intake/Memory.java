package io.portcullis.intake;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import io.portcullis.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is derived from the log and kept in memory: the engine's, and the index of ids. One thread at a time. */
final class Memory {

    private static final Logger LOGGER = LoggerFactory.getLogger(Memory.class);
    private static final int AT_A_GLANCE = 16;

    private final EventLog log;
    private final RuleSet rules;
    private final Engine engine;
    private final IdempotencyIndex index;
    private final Checkpoint checkpoint;
    private final long checkpointEvery;
    private final byte[] nothing;
    private long position;
    /** The position of the last checkpoint. */
    private long saved;

    /** The hash of the memory as it was before the log's tail was folded. */
    private long restoredHash;

    private String lastActivity = "";

    Memory(
            EventLog log,
            RuleSet rules,
            Engine engine,
            IdempotencyIndex index,
            Checkpoint checkpoint,
            long checkpointEvery) {
        this.log = log;
        this.rules = rules;
        this.engine = engine;
        this.index = index;
        this.checkpoint = checkpoint;
        this.checkpointEvery = checkpointEvery;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            engine.save(new DataOutputStream(bytes));
            this.nothing = bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The activity's place, up to which everything is folded; not all of it need be durable yet. */
    long position() {
        return position;
    }

    /** Folds a new activity. */
    Decision fold(Prepared prepared) {
        Decision decision = engine.decide(prepared, position + 1);
        position++;
        lastActivity = prepared.activity().id();
        index.add(lastActivity, position);
        return decision;
    }

    /**
     * Brings the memory to where the log ends, whatever it was before.
     *
     * @param progress told each position; may throw to end it
     */
    Recovered recover(LongConsumer progress) {
        long start = restore();
        position = start;
        saved = start;
        index.rewind(start);
        long differing = 0;
        try (ReadAhead ahead = ReadAhead.start(log, start, engine)) {
            for (ReadAhead.Chunk chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
                differing += fold(chunk, progress);
            }
        }
        return new Recovered(position, start, differing, position == start ? restoredHash : engine.memoryHash());
    }

    /** @return how many decisions came out differently */
    private long fold(ReadAhead.Chunk chunk, LongConsumer progress) {
        long differing = 0;
        for (int i = 0; i < chunk.recorded().size(); i++) {
            if (i % AT_A_GLANCE == 0) {
                engine.glance(chunk.prepared()
                        .subList(i, Math.min(i + AT_A_GLANCE, chunk.prepared().size())));
            }
            Decision recorded = chunk.recorded().get(i).decision();
            if (recorded.position() != position + 1) {
                throw new StoreException("the log has no activity at position " + (position + 1), null);
            }
            Decision decision = fold(chunk.prepared().get(i));
            if (recorded.ruleSet().equals(decision.ruleSet()) && !recorded.equals(decision)) {
                differing++;
            }
            progress.accept(position);
            checkpointIfDue();
        }
        return differing;
    }

    private long restore() {
        try {
            long[] from = {0};
            if (checkpoint.read((origin, in) -> restore(origin, in, from))) {
                return from[0];
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Sizes are read from it: what is no checkpoint may have any.
            LOGGER.warn("The checkpoint is of no use, so the whole log is folded: {}", e.getMessage());
        }
        try {
            engine.restore(new DataInputStream(new ByteArrayInputStream(nothing)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        index.clear();
        lastActivity = "";
        restoredHash = engine.memoryHash();
        return 0;
    }

    private boolean restore(Checkpoint.Origin origin, DataInputStream in, long[] from) throws IOException {
        boolean sameLog = log.find(origin.position())
                .map(Decided::activity)
                .filter(activity -> activity.id().equals(origin.activity()))
                .isPresent();
        if (!sameLog || !origin.ruleSet().equals(rules.id())) {
            return false;
        }
        engine.restore(in);
        index.restore(in);
        restoredHash = engine.memoryHash();
        if (restoredHash != origin.memoryHash()) {
            throw new IOException("the memory in it has another hash than when it was saved");
        }
        from[0] = origin.position();
        lastActivity = origin.activity();
        return true;
    }

    /** Saves what was recovered or made durable when that is a lot more than was saved last. */
    void checkpointIfDue() {
        if (position - saved >= checkpointEvery) {
            checkpoint();
        }
    }

    /** Saves what was recovered or made durable, for a quick start. */
    void checkpoint() {
        if (position == 0) {
            return;
        }
        // Tried once, whether it works or not.
        saved = position;
        try {
            checkpoint.write(new Checkpoint.Origin(rules.id(), position, lastActivity, engine.memoryHash()), out -> {
                engine.save(out);
                index.save(out);
            });
        } catch (IOException e) {
            LOGGER.warn("No checkpoint was written, the next start takes longer: {}", e.getMessage());
        }
    }
}
