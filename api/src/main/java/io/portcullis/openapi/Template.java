package io.portcullis.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path templates of OpenAPI as those of the catalogue, where a variable is always a whole segment. */
final class Template {

    private Template() {}

    /** A variable for several segments, as Google's APIs name resources: {@code {name=projects/*}}. */
    private static final Pattern RESOURCE_NAME = Pattern.compile("\\{[^{}=]*=([^{}]*)}");

    /**
     * {@code /files/{name}.{ending}} becomes {@code /files/{name.ending}}, and {@code /v1/{name=projects/*}} becomes
     * {@code /v1/projects/{projects}}; a query is cut off.
     */
    static String of(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : spelledOut(path.split("[?#]", 2)[0]).split("/", -1)) {
            boolean whole = segment.matches("\\{[^{}]*}");
            segments.add(whole || segment.indexOf('{') < 0 ? segment : "{" + segment.replaceAll("[{}]", "") + "}");
        }
        return String.join("/", segments);
    }

    /** Whether a variable of it stands for any number of segments, which the catalogue cannot say. */
    static boolean isOpenEnded(String path) {
        return RESOURCE_NAME.matcher(path).results().anyMatch(variable -> variable.group(1)
                .contains("**"));
    }

    private static String spelledOut(String path) {
        return RESOURCE_NAME.matcher(path).replaceAll(variable -> {
            StringBuilder segments = new StringBuilder();
            String before = "";
            for (String segment : variable.group(1).split("/")) {
                boolean any = segment.equals("*");
                segments.append(segments.isEmpty() ? "" : "/").append(any ? "{" + before + "}" : segment);
                before = any ? "" : segment;
            }
            return Matcher.quoteReplacement(segments.toString());
        });
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
