package io.portcullis.replay;

import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes history through the rules: one thread reads, parses and prepares, ahead of the calling one, which decides in
 * order. So the decisions depend on history and rules alone.
 */
public final class Replay {

    private static final int CHUNK = 1024;
    private static final int CHUNKS_AHEAD = 4;
    private static final int AT_A_GLANCE = 16;

    private final RuleSet rules;
    private final @Nullable RuleSet baseline;

    /** @param baseline the rules to compare with; null for none */
    public Replay(RuleSet rules, @Nullable RuleSet baseline) {
        this.rules = rules;
        this.baseline = baseline;
    }

    /**
     * How a replay ended.
     *
     * @param activities how many were decided
     * @param memoryHash of the engine's memory: equal for the same history under the same rules
     * @param entities how many it remembers
     */
    public record Outcome(long activities, long memoryHash, long entities) {}

    /**
     * @param baseline what the rules to compare with need of the entries; empty without such rules
     * @param last whether history ends with it
     * @param failure why it ends too early; null when it does not
     */
    private record Chunk(
            List<Entry> entries,
            List<Prepared> prepared,
            List<Prepared> baseline,
            boolean last,
            @Nullable Throwable failure) {}

    /**
     * @throws IOException when history cannot be read, or the sink cannot write
     * @throws InterruptedException when the calling thread was told to stop
     */
    public Outcome run(EntrySource source, VerdictSink sink) throws IOException, InterruptedException {
        Engine engine = new Engine(rules);
        Engine other = baseline == null ? null : new Engine(baseline);
        BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        Thread reader = new Thread(() -> read(source, engine, other, chunks), "history");
        reader.setDaemon(true);
        reader.start();
        try {
            return decide(chunks, engine, other, sink);
        } finally {
            reader.interrupt();
            engine.close();
            if (other != null) {
                other.close();
            }
        }
    }

    private static Outcome decide(BlockingQueue<Chunk> chunks, Engine engine, @Nullable Engine other, VerdictSink sink)
            throws IOException, InterruptedException {
        long position = 0;
        while (true) {
            Chunk chunk = chunks.take();
            for (int i = 0; i < chunk.entries().size(); i++) {
                if (i % AT_A_GLANCE == 0) {
                    glance(chunk, i, engine, other);
                }
                sink.accept(decide(chunk, i, engine, other, ++position));
            }
            if (chunk.failure() != null) {
                throw new IOException("history breaks off: " + chunk.failure().getMessage(), chunk.failure());
            }
            if (chunk.last()) {
                return new Outcome(position, engine.memoryHash(), engine.entities());
            }
        }
    }

    private static void glance(Chunk chunk, int from, Engine engine, @Nullable Engine other) {
        int to = Math.min(chunk.entries().size(), from + AT_A_GLANCE);
        engine.glance(chunk.prepared().subList(from, to));
        if (other != null) {
            other.glance(chunk.baseline().subList(from, to));
        }
    }

    private static Verdict decide(Chunk chunk, int at, Engine engine, @Nullable Engine other, long position) {
        Entry entry = chunk.entries().get(at);
        Decision decision = engine.decide(chunk.prepared().get(at), position);
        Decision baseline = other == null ? null : other.decide(chunk.baseline().get(at), position);
        return new Verdict(entry.activity(), decision, baseline, entry.recorded());
    }

    private static void read(EntrySource source, Engine engine, @Nullable Engine other, BlockingQueue<Chunk> chunks) {
        try {
            Chunk chunk;
            do {
                chunk = read(source, engine, other);
                chunks.put(chunk);
            } while (!chunk.last());
        } catch (InterruptedException e) {
            // Nobody waits for the rest.
            Thread.currentThread().interrupt();
        }
    }

    private static Chunk read(EntrySource source, Engine engine, @Nullable Engine other) {
        List<Entry> entries = new ArrayList<>(CHUNK);
        List<Prepared> prepared = new ArrayList<>(CHUNK);
        List<Prepared> baseline = other == null ? List.of() : new ArrayList<>(CHUNK);
        try {
            while (entries.size() < CHUNK) {
                Entry entry = source.next();
                if (entry == null) {
                    return new Chunk(entries, prepared, baseline, true, null);
                }
                Prepared ours = engine.prepare(entry.activity());
                if (other != null) {
                    baseline.add(other.prepare(entry.activity()));
                }
                prepared.add(ours);
                entries.add(entry);
            }
            return new Chunk(entries, prepared, baseline, false, null);
        } catch (IOException | RuntimeException | Error e) {
            return new Chunk(entries, prepared, baseline, true, e);
        }
    }
}
