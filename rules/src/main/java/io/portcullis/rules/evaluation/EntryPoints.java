package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;

/**
 * Names the entry point of a session at which rules wait for facts: each kind of rules has its own, because each kind is
 * evaluated at another time; and so has each mark, because it is evaluated when a rule asks for it.
 */
final class EntryPoints {

    static final String TALLIES = "tallies";
    static final String SIGNALS = "signals";
    static final String POLICY = "policy";

    private EntryPoints() {}

    static String of(ParsedRule rule, MarkNumbers marks) {
        Consequence consequence = rule.consequence();
        if (consequence instanceof Consequence.Mark mark) {
            return ofMark(marks.of(mark.name()));
        }
        return consequence instanceof Consequence.Count
                ? TALLIES
                : consequence instanceof Consequence.Choose ? POLICY : SIGNALS;
    }

    static String ofMark(int number) {
        return "mark-" + number;
    }
}
