package io.portcullis.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
        name = "portcullis",
        description = "Finds abuse of APIs: activities in, decisions and risk views out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            TestCommand.class,
            ReplayCommand.class,
            SimulateCommand.class
        },
        versionProvider = CommandTree.Version.class,
        footer = {
            "  bench   Runs the benchmarks, as ratios measured in one run.",
            "",
            "Each command tells more with --help. Exit status: 0 success, 1 findings or failure, 2 misuse.",
            "PORTCULLIS_JAVA_OPTS holds options for Java, such as -Xmx4g."
        })
final class CommandTree implements Runnable {

    @Mixin
    private HelpOption help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    static CommandLine create() {
        return new CommandLine(new CommandTree())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failure::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandTree.class.getPackage().getImplementationVersion();
            return new String[] {"portcullis " + (version == null ? "(development)" : version)};
        }
    }
}
