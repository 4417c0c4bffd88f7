package io.portcullis.cli;

import io.portcullis.domain.spelling.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that there is not, by itself or behind {@code help}. */
final class UnknownCommand {

    /** What the library's help says. */
    private static final Pattern NO_HELP = Pattern.compile("Unknown subcommand '(.*)'\\.", Pattern.DOTALL);

    private static final String BENCH = "bench";
    private static final int FAR = 2;

    private UnknownCommand() {}

    /** What to say when that is what is wrong. */
    static Optional<String> message(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        Matcher noHelp = NO_HELP.matcher(String.valueOf(exception.getMessage()));
        if (noHelp.matches()) {
            return Optional.of(message(noHelp.group(1), command));
        }
        return exception instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !command.getSubcommands().isEmpty()
                ? Optional.of(message(unmatched.getUnmatched().get(0), command))
                : Optional.empty();
    }

    private static String message(String name, CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        boolean top = command.getParent() == null;
        if (top) {
            known.add(BENCH);
        }
        if (top && name.equals(BENCH)) {
            return "the benchmarks are a program of their own, which ./portcullis bench runs";
        }
        return "there is no command \"" + name + "\"; "
                + Nearest.to(name, known, FAR)
                        .map(meant -> "did you mean \"" + meant + "\"?")
                        .orElseGet(() -> "there are " + String.join(", ", known));
    }
}
