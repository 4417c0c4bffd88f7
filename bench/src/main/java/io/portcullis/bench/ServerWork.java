package io.portcullis.bench;

/**
 * What a server's process has done since it started, by its own metrics.
 *
 * @param compilerSeconds of Java's compiler
 * @param pauseSeconds in which the collector held all threads up
 * @param processorSeconds of all threads
 */
record ServerWork(double compilerSeconds, double pauseSeconds, double processorSeconds) {

    /** @param metrics as Prometheus reads them */
    static ServerWork of(String metrics) {
        return new ServerWork(
                sum(metrics, "jvm_compilation_time_ms_total") / 1e3,
                sum(metrics, "jvm_gc_pause_seconds_sum"),
                sum(metrics, "process_cpu_time_ns_total") / 1e9);
    }

    private static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + ' ') || line.startsWith(name + '{'))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    ServerWork since(ServerWork before) {
        return new ServerWork(
                compilerSeconds - before.compilerSeconds,
                pauseSeconds - before.pauseSeconds,
                processorSeconds - before.processorSeconds);
    }
}
