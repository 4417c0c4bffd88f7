package io.portcullis.openapi;

import java.util.ArrayList;
import java.util.List;

/** Path templates of OpenAPI as those of the catalogue, where a variable is always a whole segment. */
final class Template {

    private Template() {}

    /** {@code /files/{name}.{ending}} becomes {@code /files/{name.ending}}; a query is cut off. */
    static String of(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("[?#]", 2)[0].split("/", -1)) {
            boolean whole = segment.matches("\\{[^{}]*}");
            segments.add(whole || segment.indexOf('{') < 0 ? segment : "{" + segment.replaceAll("[{}]", "") + "}");
        }
        return String.join("/", segments);
    }

    /** What the catalogue sees of it: names of variables tell nothing apart. */
    static String withoutNames(String template) {
        return template.replaceAll("\\{[^{}]*}", "{}");
    }

    /** The segments that are no variables. */
    static List<String> words(String template) {
        List<String> words = new ArrayList<>();
        for (String segment : template.split("/")) {
            if (!segment.isEmpty() && !segment.startsWith("{")) {
                words.add(segment);
            }
        }
        return words;
    }
}
