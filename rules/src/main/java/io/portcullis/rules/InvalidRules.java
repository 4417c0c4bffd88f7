package io.portcullis.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A folder of rules that may not run; it says everything that is wrong with it. */
public final class InvalidRules extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public InvalidRules(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** In the order of files and lines; at least one. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
