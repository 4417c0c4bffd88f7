package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once, and in plain words, that the log of a running server is damaged. After the first sign of it, a thread of
 * its own looks up to where the log is good.
 */
final class DamageWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(DamageWatch.class);
    private static final long MINUTE = 60_000_000_000L;

    private final String advice;
    /** Without the folder's name, for whoever asks. */
    private final String publicAdvice;

    private final LongFunction<Stream<Decided>> behind;
    private final LongFunction<Optional<Decided>> at;
    private final AtomicBoolean examined = new AtomicBoolean();
    private volatile long examineFrom = System.nanoTime();
    private volatile @Nullable String damage;

    /**
     * @param folder of the log; null when it is elsewhere
     * @param behind reads the events behind a position
     * @param at reads the event at a position, if the log is that long
     */
    DamageWatch(@Nullable Path folder, LongFunction<Stream<Decided>> behind, LongFunction<Optional<Decided>> at) {
        this.advice = advice(folder);
        this.publicAdvice = folder == null ? advice : advice("DIR");
        this.behind = behind;
        this.at = at;
    }

    /** What to do about a damaged log in a folder, or elsewhere. */
    static String advice(@Nullable Path folder) {
        return folder == null
                ? "stop the server and run ./portcullis log verify --db-url URL, then restore a backup"
                : advice(folder.toAbsolutePath().normalize().toString());
    }

    private static String advice(String data) {
        return "stop the server and run ./portcullis log verify --data " + data
                + ", then restore a backup, or save what is whole: ./portcullis log salvage --data " + data
                + " --to NEWDIR";
    }

    /** What is damaged, and what to do; empty while nothing is known to be. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    /**
     * Looks at a failure.
     *
     * @return what to throw: plain words, if it comes from damage
     */
    RuntimeException seen(RuntimeException failure) {
        boolean certain = Database.isDamage(failure);
        if (!certain && !Database.mayBeDamage(failure)) {
            return failure;
        }
        String what = "The log is damaged: " + Causes.root(failure);
        if (System.nanoTime() - examineFrom >= 0 && examined.compareAndSet(false, true)) {
            damage = certain ? what + "; " + publicAdvice : null;
            Thread examiner = new Thread(() -> examine(what, certain), "log-examiner");
            examiner.setDaemon(true);
            examiner.start();
        }
        return certain ? new StoreException(what + "; " + advice, failure) : failure;
    }

    private void examine(String what, boolean certain) {
        long good = goodByPage();
        boolean readable = true;
        try {
            while (at.apply(good + 1).isPresent()) {
                good++;
            }
        } catch (RuntimeException | Error e) {
            readable = false;
        }
        if (readable && !certain) {
            // It was something else. Not to be looked at again at once, as it is much to read.
            examineFrom = System.nanoTime() + MINUTE;
            examined.set(false);
            return;
        }
        String found = what + "; it is good until position " + good + "; ";
        damage = found + publicAdvice;
        LOGGER.error("{}{}", found, advice);
    }

    private long goodByPage() {
        long good = 0;
        try (Stream<Decided> events = behind.apply(0)) {
            for (Iterator<Decided> each = events.iterator(); each.hasNext(); ) {
                if (each.next().decision().position() != good + 1) {
                    return good;
                }
                good++;
            }
        } catch (RuntimeException | Error e) {
            LOGGER.debug("The log can be read until about position {}", good, e);
        }
        return good;
    }
}
