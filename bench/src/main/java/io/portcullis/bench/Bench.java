package io.portcullis.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portcullis bench}: the benchmarks, as ratios measured in one run. */
@Command(
        name = "portcullis bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Portcullis against its peers, in one run on this machine.",
            "Exits with 0 when every target is met, with 1 when one is not."
        })
public final class Bench implements Callable<Integer> {

    @Option(names = "--quick", description = "Measures less, and ends within five minutes.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "OUT", description = "Also writes the figures to OUT, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Runs these alone: start, replay, hot-address, intake, memory, detection, latency, bulk, cost.")
    private List<String> only = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "With detection: a folder of labelled traffic to measure too, and first.",
                "It holds truth.json.gz and NAME.ndjson.gz; docs/figures.md tells how."
            })
    private @Nullable Path data;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "io/portcullis/cli/logback-offline.xml");
        System.exit(
                new CommandLine(new Bench()).execute(args.length > 0 && args[0].equals("bench") ? tail(args) : args));
    }

    private static String[] tail(String[] args) {
        return List.of(args).subList(1, args.length).toArray(String[]::new);
    }

    private List<Benchmark> all() {
        return List.of(
                new StartBenchmark(),
                new ReplayBenchmark(),
                new HotAddressBenchmark(),
                new IntakeBenchmark(),
                new MemoryBenchmark(),
                new DetectionBenchmark(data),
                new LatencyBenchmark(),
                new BulkBenchmark(),
                new CostBenchmark());
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> all = all();
        List<String> names = all.stream().map(Benchmark::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "there is no benchmark \"" + name + "\"; there are " + names);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Measure> measures = new ArrayList<>();
        for (Benchmark benchmark : all) {
            if (only.isEmpty() || only.contains(benchmark.name())) {
                err.println(benchmark.name() + " …");
                err.flush();
                for (Measure measure : benchmark.run(quick)) {
                    measures.add(measure);
                    out.println(measure);
                    out.flush();
                }
            }
        }
        if (json != null) {
            Files.write(
                    json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(measures));
        }
        return measures.stream().allMatch(Measure::ok) ? 0 : 1;
    }
}
