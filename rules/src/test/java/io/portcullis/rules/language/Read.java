package io.portcullis.rules.language;

import io.portcullis.rules.Diagnostic;
import java.util.Arrays;
import java.util.List;

/** What the reader makes of rules. */
record Read(List<ParsedRule> rules, List<String> errors, List<String> warnings) {

    /** The file that texts are read as. */
    static final String FILE = "login/test.drl";

    static Read texts(String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<ParsedRule> rules = new RuleReader(diagnostics)
                .read(Arrays.stream(texts).map(text -> new Source(FILE, text)).toList());
        return new Read(
                rules,
                diagnostics.sorted().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::toString)
                        .toList(),
                diagnostics.sorted().stream()
                        .filter(each -> !each.isError())
                        .map(Diagnostic::toString)
                        .toList());
    }

    /** A whole rule around a pattern, which begins in line 4, column 5. */
    static String rule(String pattern) {
        return """
                rule "Tested"
                    @signal("tested") @threat("OAT-008") @score(60) @entity("ip")
                when
                    %s
                then
                    risk.raise();
                end
                """.formatted(pattern);
    }

    static Read pattern(String pattern) {
        return texts(rule(pattern));
    }
}
