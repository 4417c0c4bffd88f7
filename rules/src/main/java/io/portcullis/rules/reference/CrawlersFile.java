package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code crawlers.yaml}, as it is written: crawlers with the addresses that they come from. */
record CrawlersFile(List<Crawler> crawlers, AddressRanges ranges) {

    /** @param token stands in its user agent, in lower case */
    record Crawler(String name, String token) {}

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static CrawlersFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        List<Crawler> crawlers = new ArrayList<>();
        AddressRanges.Builder ranges = new AddressRanges.Builder();
        for (YamlNode node : yaml.items(yaml.read(text, Set.of("crawlers")).get("crawlers"))) {
            crawlers.add(read(yaml, node, ranges));
        }
        return new CrawlersFile(crawlers, ranges.build());
    }

    private static Crawler read(YamlFile yaml, YamlNode node, AddressRanges.Builder ranges) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("name", "token", "ranges"));
        String name = yaml.text(node, fields, "name");
        String token = fields.containsKey("token") ? yaml.text(node, fields, "token") : name;
        List<YamlNode> listed = yaml.items(fields.get("ranges"));
        if (listed.isEmpty()) {
            yaml.error(node, "\"ranges\" is missing: without its addresses nothing can be said of a crawler");
        }
        for (YamlNode range : listed) {
            String problem = ranges.add(String.valueOf(range.value()), name);
            if (!problem.isEmpty()) {
                yaml.error(range, problem);
            }
        }
        return new Crawler(name, token.toLowerCase(Locale.ROOT));
    }
}
