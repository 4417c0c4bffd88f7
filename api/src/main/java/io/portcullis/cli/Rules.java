package io.portcullis.cli;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that a command works with: one at least. */
final class Rules {

    private Rules() {}

    /** @param folder null for the rules that come with Portcullis */
    static RuleSet compile(@Nullable Path folder) throws InvalidRules, IOException {
        if (folder == null) {
            return RuleSet.shipped();
        }
        RuleSet rules = RuleSet.load(folder);
        if (rules.rules().isEmpty()) {
            rules.close();
            throw Failure.misuse(folder + ": there are no rules in it, in any file that ends in .drl", null);
        }
        return rules;
    }

    /** As {@link #compile}, for commands that need rules which run. */
    static RuleSet load(@Nullable Path folder) throws IOException {
        try {
            return compile(folder);
        } catch (InvalidRules e) {
            throw misuse(e, folder);
        }
    }

    static Failure misuse(InvalidRules wrong, @Nullable Path folder) {
        String diagnostics = wrong.diagnostics().stream()
                .map(diagnostic -> located(diagnostic, folder))
                .collect(Collectors.joining("\n"));
        return Failure.misuse("the rules may not run:\n" + diagnostics, wrong);
    }

    /** As an editor finds it from where the command was called. */
    static String located(Diagnostic diagnostic, @Nullable Path folder) {
        String file = folder == null
                ? diagnostic.file()
                : folder.resolve(diagnostic.file()).toString();
        return diagnostic.at(file, diagnostic.line(), diagnostic.column()).toString();
    }
}
