package io.portcullis.admission;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The bodies that are on their way: a bounded number of each address, and looked at every second. */
final class SlowBodies implements AutoCloseable {

    private final Calls bodies;
    private final Set<Reception> receptions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "slow-bodies");
        thread.setDaemon(true);
        return thread;
    });

    /** @param most of one address */
    SlowBodies(int most) {
        this.bodies = new Calls(most);
        var unused = clock.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
    }

    /** Gives up the oldest of the same address when there are too many. */
    void watch(Reception reception) {
        while (!bodies.begin(reception.address())) {
            giveUpOldest(reception.address());
        }
        receptions.add(reception);
    }

    void forget(Reception reception) {
        if (receptions.remove(reception)) {
            bodies.end(reception.address());
        }
    }

    private void giveUpOldest(String address) {
        receptions.stream()
                .filter(reception -> reception.address().equals(address))
                .max(Comparator.comparingLong(Reception::age))
                .ifPresent(oldest -> {
                    forget(oldest);
                    oldest.giveUp();
                });
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
