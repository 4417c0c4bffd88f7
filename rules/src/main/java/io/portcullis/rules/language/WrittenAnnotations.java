package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Where a rule's annotations are written; Drools does not say, and keeps the last of two with the same name. */
final class WrittenAnnotations {

    private WrittenAnnotations() {}

    /** Where it is written first; the rule's own place when it is not written as one would. */
    static int first(Source source, RuleDescr rule, String annotation) {
        List<Integer> all = all(source, rule, annotation);
        return all.isEmpty() ? rule.getStartCharacter() : all.get(0);
    }

    /** Each place where it is written, in the file's order. */
    static List<Integer> all(Source source, RuleDescr rule, String annotation) {
        List<Integer> all = new ArrayList<>();
        Matcher written = Pattern.compile(
                        Unclosed.COMMENT_OR_TEXT + "|@" + Pattern.quote(annotation) + "\\b|\\b(?<when>when)\\b")
                .matcher(source.text());
        int from = rule.getStartCharacter();
        while (written.find(from) && written.group("when") == null) {
            if (written.group().startsWith("@")) {
                all.add(written.start());
            }
            from = written.end();
        }
        return all;
    }
}
