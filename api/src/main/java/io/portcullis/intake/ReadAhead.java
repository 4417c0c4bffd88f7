package io.portcullis.intake;

import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.store.EventLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log holds behind a position, in order: a thread of its own reads, decodes and prepares it, a bounded number of
 * chunks ahead of the thread that folds it.
 */
final class ReadAhead implements AutoCloseable {

    private static final int CHUNK = 1_000;
    private static final int CHUNKS_AHEAD = 4;

    private final EventLog log;
    private final long after;
    private final Engine engine;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread reader = new Thread(this::read, "intake-reader");
    private volatile boolean closed;

    /**
     * Consecutive entries of the log.
     *
     * @param prepared the activity of each
     * @param failure why the log cannot be read further; null when it can
     */
    record Chunk(
            List<Decided> recorded,
            List<Prepared> prepared,
            @Nullable Throwable failure) {

        private static Chunk empty(@Nullable Throwable failure) {
            return new Chunk(List.of(), List.of(), failure);
        }

        boolean isEmpty() {
            return recorded.isEmpty();
        }
    }

    private ReadAhead(EventLog log, long after, Engine engine) {
        this.log = log;
        this.after = after;
        this.engine = engine;
    }

    /** @param engine prepares the activities; its memory is not touched */
    static ReadAhead start(EventLog log, long after, Engine engine) {
        ReadAhead ahead = new ReadAhead(log, after, engine);
        ahead.reader.setDaemon(true);
        ahead.reader.start();
        return ahead;
    }

    /**
     * The next chunk, an empty one at the log's end.
     *
     * @throws IntakeUnavailable when the calling thread was told to stop
     */
    Chunk next() {
        try {
            Chunk chunk = chunks.take();
            if (chunk.failure() instanceof Error error) {
                throw error;
            }
            if (chunk.failure() instanceof RuntimeException failure) {
                throw failure;
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("the server was stopped before it had read its log", e);
        }
    }

    private void read() {
        try {
            chunks.put(readAll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Chunk readAll() throws InterruptedException {
        try (Stream<Decided> stream = log.stream(after)) {
            Iterator<Decided> entries = stream.iterator();
            while (!closed && entries.hasNext()) {
                chunks.put(read(entries));
            }
            return Chunk.empty(null);
        } catch (RuntimeException | Error e) {
            return Chunk.empty(e);
        }
    }

    private Chunk read(Iterator<Decided> entries) {
        List<Decided> recorded = new ArrayList<>(CHUNK);
        List<Prepared> prepared = new ArrayList<>(CHUNK);
        while (recorded.size() < CHUNK && entries.hasNext()) {
            Decided next = entries.next();
            recorded.add(next);
            prepared.add(engine.prepare(next.activity()));
        }
        return new Chunk(recorded, prepared, null);
    }

    /** Waits for the reader to end; never interrupts it, since an interrupt closes the file under H2. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (reader.isAlive()) {
            // Makes room for what the reader holds, after which it sees that it is to end.
            chunks.clear();
            try {
                reader.join(10);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
