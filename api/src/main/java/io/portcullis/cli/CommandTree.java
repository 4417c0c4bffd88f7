package io.portcullis.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
        name = "portcullis",
        mixinStandardHelpOptions = true,
        description = "Finds abuse of APIs: activities in, decisions and risk views out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            EndpointsCommand.class,
            TestCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
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

    @Spec
    private CommandSpec spec;

    static CommandLine create() {
        CommandLine commands = new CommandLine(new CommandTree());
        tellVersion(commands);
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Failure::handle);
    }

    private static void tellVersion(CommandLine commands) {
        commands.getSubcommands().values().forEach(command -> {
            command.getCommandSpec().versionProvider(new Version());
            tellVersion(command);
        });
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
