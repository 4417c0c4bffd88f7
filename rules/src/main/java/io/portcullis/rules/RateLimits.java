package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.reference.RateLimitsFile;
import io.portcullis.rules.reference.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@value #FILE}, each as a rule like any other: written as DRL on the row's own line, and read by the gate
 * that all rules pass.
 */
final class RateLimits {

    /** At the top of the folder of rules. */
    static final String FILE = "rate-limits.yaml";

    static final String SIGNAL = "rate-limit";

    private final Map<Integer, Written> byLine = new HashMap<>();
    private final StringBuilder drl = new StringBuilder();
    private int line = 1;

    /**
     * A rule in the text.
     *
     * @param start the column at which its condition begins, of those that it has
     */
    private record Written(YamlNode row, @Nullable YamlNode condition, int start, int end) {}

    private RateLimits() {}

    /**
     * @param text null where there is no such file
     * @param report what is wrong with the file; the rest shows when its rules are read
     */
    static RateLimits of(@Nullable String text, Consumer<Diagnostic> report) {
        RateLimits limits = new RateLimits();
        if (text != null) {
            List<Diagnostic> wrong = new ArrayList<>();
            RateLimitsFile file = RateLimitsFile.read(FILE, text, wrong::add);
            wrong.forEach(report);
            if (wrong.isEmpty()) {
                file.rows().forEach(row -> limits.write(row, file));
            }
        }
        return limits;
    }

    /** Nothing, where there are no limits. */
    List<Source> sources() {
        return drl.isEmpty() ? List.of() : List.of(new Source(FILE, drl.toString()));
    }

    /** Two rows on one line would hide each other's errors; the second goes to the next line that is free. */
    private void write(RateLimitsFile.Row row, RateLimitsFile file) {
        boolean several = file.rows().stream()
                        .filter(other ->
                                other.per() == row.per() && other.sensitivity().equals(row.sensitivity()))
                        .count()
                > 1;
        YamlNode condition = file.only().get(row.per());
        while (line < row.at().line()) {
            drl.append('\n');
            line++;
        }
        int start = drl.lastIndexOf("\n") + 1;
        drl.append(rule(row, several));
        int beginning = drl.length() - start + 1;
        if (condition != null) {
            drl.append(", ").append(condition.text());
        }
        int end = drl.length() - start + 1;
        drl.append(" ) then risk.raise(); end\n");
        byLine.put(line, new Written(row.at(), condition, beginning + 2, end));
        line++;
    }

    private static String rule(RateLimitsFile.Row row, boolean several) {
        String kind = row.per().label();
        return "rule \"Rate limit: %s on %s-sensitivity endpoints%s\" "
                        .formatted(kind, row.sensitivity(), several ? " in " + row.window() : "")
                + "@description(\"More than %s calls of %s-sensitivity endpoints in %s%s.\") "
                        .formatted(row.most(), row.sensitivity(), row.window(), by(row.per()))
                + "@signal(\"%s\") @threat(\"API4\") @score(%s) @entity(\"%s\") ".formatted(SIGNAL, row.score(), kind)
                + "when ApiRequest( endpoint.sensitivity == \"%s\", ".formatted(row.sensitivity())
                + "%s.count(\"request.sensitivity.%s\", \"%s\") > %s"
                        .formatted(kind, row.sensitivity(), row.window(), row.most());
    }

    private static String by(EntityKind kind) {
        return switch (kind) {
            case IP -> " from one address";
            case ENDPOINT -> ", all of one endpoint";
            case API_KEY -> " with one API key";
            case CLIENT, CARD, TOKEN, NETWORK, SESSION, DEVICE -> " with one " + kind.label();
            default -> " by one " + kind.label();
        };
    }

    /** What is wrong with a rule is wrong with its row, or with the condition that it took over. */
    Diagnostic relocate(Diagnostic diagnostic) {
        Written written = byLine.get(diagnostic.line());
        if (!diagnostic.file().equals(FILE) || written == null) {
            return diagnostic;
        }
        YamlNode condition = written.condition();
        int column = diagnostic.column();
        if (condition != null && column >= written.start() && column < written.end()) {
            // One more for the quote that a condition stands in.
            return diagnostic.at(FILE, condition.line(), condition.column() + 1 + column - written.start());
        }
        return diagnostic.at(FILE, written.row().line(), written.row().column());
    }
}
