package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code probes.yaml}, as it is written: by kind, what gives a probe away. All in lower case. */
record ProbesFile(
        Map<String, List<String>> segments, Map<String, List<String>> endings, Map<String, List<String>> texts) {

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static ProbesFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("segments", "endings", "texts"));
        return new ProbesFile(
                byKind(yaml, file.get("segments")), byKind(yaml, file.get("endings")), byKind(yaml, file.get("texts")));
    }

    private static Map<String, List<String>> byKind(YamlFile yaml, @Nullable YamlNode node) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        if (node != null) {
            yaml.fields(node, ProbeCatalogue.KINDS).forEach((kind, listed) -> byKind.put(kind, signs(yaml, listed)));
        }
        return byKind;
    }

    private static List<String> signs(YamlFile yaml, YamlNode listed) {
        List<String> signs = new ArrayList<>();
        for (YamlNode node : yaml.items(listed)) {
            if (node.value() instanceof String sign && !sign.isEmpty()) {
                signs.add(sign);
            } else {
                yaml.error(node, "here should stand a text, not empty");
            }
        }
        return signs;
    }
}
