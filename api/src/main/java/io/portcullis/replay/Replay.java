package io.portcullis.replay;

import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private record Item(
            Entry entry, Prepared prepared, @Nullable Prepared baseline) {}

    /**
     * @param last whether history ends with it
     * @param failure why it ends too early; null when it does not
     */
    private record Chunk(
            List<Item> items, boolean last, @Nullable Throwable failure) {}

    /**
     * @throws IOException when history cannot be read, or the sink cannot write
     * @throws InterruptedException when the calling thread was told to stop
     */
    public Outcome run(EntrySource source, VerdictSink sink) throws IOException, InterruptedException {
        try (Engine engine = new Engine(rules);
                Engine other = baseline == null ? null : new Engine(baseline)) {
            BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
            Thread reader = new Thread(() -> read(source, engine, other, chunks), "history");
            reader.setDaemon(true);
            reader.start();
            try {
                return decide(chunks, engine, other, sink);
            } finally {
                reader.interrupt();
            }
        }
    }

    private static Outcome decide(BlockingQueue<Chunk> chunks, Engine engine, @Nullable Engine other, VerdictSink sink)
            throws IOException, InterruptedException {
        long position = 0;
        while (true) {
            Chunk chunk = chunks.take();
            List<Item> items = chunk.items();
            for (int i = 0; i < items.size(); i++) {
                if (i % AT_A_GLANCE == 0) {
                    glance(items.subList(i, Math.min(items.size(), i + AT_A_GLANCE)), engine, other);
                }
                sink.accept(decide(items.get(i), engine, other, ++position));
            }
            if (chunk.failure() != null) {
                throw new IOException("history breaks off: " + chunk.failure().getMessage(), chunk.failure());
            }
            if (chunk.last()) {
                return new Outcome(position, engine.memoryHash(), engine.entities());
            }
        }
    }

    private static void glance(List<Item> items, Engine engine, @Nullable Engine other) {
        engine.glance(items.stream().map(Item::prepared).toList());
        if (other != null) {
            other.glance(
                    items.stream().map(Item::baseline).filter(Objects::nonNull).toList());
        }
    }

    private static Verdict decide(Item item, Engine engine, @Nullable Engine other, long position) {
        Decision decision = engine.decide(item.prepared(), position);
        Prepared prepared = item.baseline();
        Decision baseline = other == null || prepared == null ? null : other.decide(prepared, position);
        return new Verdict(
                item.entry().activity(), decision, baseline, item.entry().recorded());
    }

    private static void read(EntrySource source, Engine engine, @Nullable Engine other, BlockingQueue<Chunk> chunks) {
        List<Item> items = new ArrayList<>(CHUNK);
        Throwable failure = null;
        try {
            try {
                for (Entry entry = source.next(); entry != null; entry = source.next()) {
                    Prepared baseline = other == null ? null : other.prepare(entry.activity());
                    items.add(new Item(entry, engine.prepare(entry.activity()), baseline));
                    if (items.size() == CHUNK) {
                        chunks.put(new Chunk(items, false, null));
                        items = new ArrayList<>(CHUNK);
                    }
                }
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
            chunks.put(new Chunk(items, true, failure));
        } catch (InterruptedException e) {
            // Nobody waits for the rest.
            Thread.currentThread().interrupt();
        }
    }
}
