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

    private final Runnable end;

    private Progress(Runnable end) {
        this.end = end;
    }

    /**
     * Shows how many bytes are done.
     *
     * @param total how much there is to do; negative when it is not known
     * @param done how much is done, asked by another thread
     */
    static Progress show(String task, long total, LongSupplier done) {
        return show(task, total, done, " MB", 1_000_000);
    }

    /** As {@link #show(String, long, LongSupplier)}, counting things. */
    static Progress count(String task, long total, LongSupplier done) {
        return show(task, total, done, "", 1);
    }

    private static Progress show(String task, long total, LongSupplier done, String unit, long size) {
        return Boolean.getBoolean("portcullis.terminal")
                ? new Progress(start(task, total, done, unit, size))
                : new Progress(() -> {});
    }

    private static Runnable start(String task, long total, LongSupplier done, String unit, long size) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MS)
                .setUnit(unit, size)
                .clearDisplayOnFinish()
                .build();
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
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
        end.run();
    }
}
