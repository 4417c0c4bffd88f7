package io.portcullis.rules.reference;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.memory.WindowLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code rate-limits.yaml}, as it is written.
 *
 * @param only by kind of entity, the condition under which its rows hold
 */
public record RateLimitsFile(List<Row> rows, Map<EntityKind, YamlNode> only) {

    private static final Pattern MOST = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern SCORE = Pattern.compile("[1-9]\\d?|100");
    private static final List<String> KINDS =
            Stream.of(EntityKind.values()).map(EntityKind::label).toList();

    /**
     * A limit.
     *
     * @param most how many calls in the window are none too many
     * @param at its place in the file
     */
    public record Row(EntityKind per, String sensitivity, String most, String window, String score, YamlNode at) {}

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    public static RateLimitsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("limits", "only"));
        List<Row> rows = new ArrayList<>();
        yaml.items(file.get("limits")).forEach(node -> row(yaml, node, rows));
        Map<EntityKind, YamlNode> only = new LinkedHashMap<>();
        YamlNode conditions = file.get("only");
        if (conditions != null) {
            yaml.fields(conditions, KINDS).forEach((kind, condition) -> EntityKind.ofLabel(kind)
                    .ifPresent(known -> only.put(known, condition(yaml, condition))));
        }
        return new RateLimitsFile(List.copyOf(rows), only);
    }

    private static YamlNode condition(YamlFile yaml, YamlNode condition) {
        if (condition.text().isBlank() || condition.text().contains("\n")) {
            yaml.error(condition, "here should stand a condition in one line, as rules write it");
        }
        return condition;
    }

    private static void row(YamlFile yaml, YamlNode node, List<Row> rows) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("per", "sensitivity", "most", "window", "score"));
        String per = yaml.choice(node, fields, "per", KINDS);
        String sensitivity = yaml.choice(node, fields, "sensitivity", EndpointCatalogue.SENSITIVITIES);
        String most = yaml.text(node, fields, "most");
        String window = yaml.text(node, fields, "window");
        String score = yaml.text(node, fields, "score");
        check(yaml, fields, "most", MOST.matcher(most).matches(), "a number from 1 to 999999999");
        check(yaml, fields, "score", SCORE.matcher(score).matches(), "a number from 1 to 100");
        check(
                yaml,
                fields,
                "window",
                WindowLiteral.millis(window).isPresent(),
                "seconds, minutes, hours or days, up to 366 days, such as 30s, 10m, 24h, 30d");
        EntityKind.ofLabel(per).ifPresent(kind -> rows.add(new Row(kind, sensitivity, most, window, score, node)));
    }

    private static void check(YamlFile yaml, Map<String, YamlNode> fields, String name, boolean fine, String right) {
        YamlNode field = fields.get(name);
        if (field != null && !field.text().isEmpty() && !fine) {
            yaml.error(field, "\"" + name + "\" must be " + right + ", not " + field.text());
        }
    }
}
