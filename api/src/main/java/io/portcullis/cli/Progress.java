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
     * Of bytes.
     *
     * @param total how much there is to do; negative when it is not known
     * @param done how much is done, asked by another thread
     */
    static Progress show(String task, long total, LongSupplier done) {
        return new Progress(isTerminal() ? start(task, total, " MB", 1_000_000, done) : () -> {});
    }

    /** As {@link #show}, of anything. */
    static Progress count(String task, long total, LongSupplier done) {
        return new Progress(isTerminal() ? start(task, total, "", 1, done) : () -> {});
    }

    private static boolean isTerminal() {
        return Boolean.getBoolean("portcullis.terminal");
    }

    private static Runnable start(String task, long total, String unit, long size, LongSupplier done) {
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
