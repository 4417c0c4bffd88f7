package io.portcullis.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
            SimulateCommand.class,
            LogCommand.class,
            HelpCommand.class
        },
        versionProvider = CommandTree.Version.class,
        footer = {
            "  bench      Runs the benchmarks, as ratios measured in one run.",
            "",
            "For details of a command: ./portcullis COMMAND --help. Exit status: 0 success, 1 findings or failure, 2 misuse.",
            "PORTCULLIS_JAVA_OPTS holds options for Java, such as -Xmx4g."
        })
final class CommandTree implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine create() {
        CommandLine commands = new CommandLine(new CommandTree());
        tellVersion(commands);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandTree::misused)
                .setExecutionExceptionHandler(Failure::handle);
    }

    /** What is wrong, and where to read on: a page of usage would hide it. */
    private static int misused(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> unknown = UnknownCommand.message(exception);
        if (unknown.isPresent()) {
            err.println("portcullis: " + unknown.get());
            return ExitCode.USAGE;
        }
        err.println("portcullis: " + exception.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
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
