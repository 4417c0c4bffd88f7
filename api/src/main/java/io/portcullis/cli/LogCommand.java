package io.portcullis.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code log}: what can be done with the log of a stopped server. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Examines the log of a stopped server, and saves what can be saved of a damaged one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LogVerifyCommand.class, LogSalvageCommand.class})
final class LogCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? verify or salvage");
    }
}
