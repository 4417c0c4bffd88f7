package io.portcullis.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how far a long command is, when that is a terminal: the launcher knows. */
final class Progress implements AutoCloseable {

    private static final int INTERVAL_MS = 200;

    private final AutoCloseable shown;

    private Progress(AutoCloseable shown) {
        this.shown = shown;
    }

    /**
     * @param total how much there is to do; negative when it is not known
     * @param done how much is done, asked by another thread
     */
    static Progress show(String task, long total, LongSupplier done) {
        return Boolean.getBoolean("portcullis.terminal") ? new Progress(bar(task, total, done)) : new Progress(() -> {});
    }

    private static AutoCloseable bar(String task, long total, LongSupplier done) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MS)
                .setUnit(" MB", 1_000_000)
                .clearDisplayOnFinish()
                .build();
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task1 -> {
            Thread thread = new Thread(task1, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticker.scheduleAtFixedRate(
                () -> bar.stepTo(done.getAsLong()), INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
        return () -> {
            ticker.shutdownNow();
            bar.close();
        };
    }

    @Override
    public void close() {
        try {
            shown.close();
        } catch (Exception e) {
            // Nothing that a command does depends on what it shows.
            Thread.currentThread().isInterrupted();
        }
    }
}
