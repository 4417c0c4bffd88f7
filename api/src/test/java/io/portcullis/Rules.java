package io.portcullis;

import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;

/** The shipped rules, compiled once for all tests. */
public final class Rules {

    public static final RuleSet SHIPPED = compile();

    private Rules() {}

    private static RuleSet compile() {
        try {
            return RuleSet.shipped();
        } catch (InvalidRules e) {
            throw new IllegalStateException(e);
        }
    }
}
