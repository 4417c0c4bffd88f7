package io.portcullis.admission;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every second which of the bodies that are on their way come too slowly. */
final class SlowBodies implements AutoCloseable {

    private final Set<Reception> receptions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slow-bodies");
        thread.setDaemon(true);
        return thread;
    });

    SlowBodies() {
        var unused = clock.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
    }

    void watch(Reception reception) {
        receptions.add(reception);
    }

    void forget(Reception reception) {
        receptions.remove(reception);
    }

    private void check() {
        long now = System.nanoTime();
        receptions.forEach(reception -> reception.check(now));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
