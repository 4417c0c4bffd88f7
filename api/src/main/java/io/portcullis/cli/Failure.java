package io.portcullis.cli;

import io.portcullis.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** A command cannot do what it was asked. The message is all that its user needs. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Failure(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The command was asked for what makes no sense: exit status 2. */
    static Failure misuse(String message, @Nullable Throwable cause) {
        return new Failure(ExitCode.USAGE, message, cause);
    }

    /** Something went wrong on the way: exit status 1. */
    static Failure of(String message, Throwable cause) {
        return new Failure(ExitCode.SOFTWARE, message, cause);
    }

    static int handle(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (exception instanceof Failure failure) {
            err.println("portcullis: " + failure.getMessage());
            return failure.status;
        }
        if (exception instanceof StoreException) {
            err.println("portcullis: " + exception.getMessage());
            return ExitCode.SOFTWARE;
        }
        if (exception instanceof FileSystemException file) {
            err.println("portcullis: " + file.getFile() + ": " + reason(file));
            return ExitCode.USAGE;
        }
        err.println("portcullis: unexpected failure; please report it with what follows");
        exception.printStackTrace(err);
        return ExitCode.SOFTWARE;
    }

    private static String reason(FileSystemException exception) {
        if (exception.getReason() != null) {
            return exception.getReason();
        }
        return exception instanceof NoSuchFileException
                ? "there is no such file"
                : exception instanceof AccessDeniedException ? "access is denied" : "cannot be used";
    }
}
