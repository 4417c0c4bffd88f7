package io.portcullis.rules.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a constraint holds for few activities or for most, as its form tells: it decides when a constraint is looked
 * at, never what comes of it.
 */
enum Likelihood {
    /** {@code client.disguised}, {@code status == 404}, {@code ip.count(12) >= 8}, {@code ip.since(7) <= 60}. */
    RARE,
    /** {@code ip.count(3) > 3 * ip.count(4)}. */
    UNKNOWN,
    /** {@code !apiKey.present}, {@code status != 401}, {@code ip.distinct(5) <= 3}, {@code account.age() >= 86400}. */
    COMMON;

    /** What grows with suspicion is seldom large, what shrinks with it seldom small. */
    private static final Pattern LARGE =
            Pattern.compile("\\w+\\.(count|distinct|sum|rate|standing|run|switches|speed)\\([^)]*\\) >=? [\\d.]+");

    private static final Pattern SMALL = Pattern.compile("\\w+\\.(since|age|irregularity)\\([^)]*\\) (<=?|==) [\\d.]+");
    private static final Pattern YES = Pattern.compile("\\w+\\.(isNew|listed)\\([^)]*\\)");
    private static final Pattern FLAG = Pattern.compile("[\\w.]+(?<!\\.present)");
    private static final Pattern PROPERTY = Pattern.compile("[\\w.]+ (==|>|>=|in|matches|contains) .+");

    private static final List<Pattern> SELDOM_TRUE = List.of(LARGE, SMALL, YES, FLAG, PROPERTY);

    /** What cannot be taken apart at its {@code ||} and {@code &&} counts as unknown. */
    static Likelihood of(String constraint) {
        List<String> alternatives = alternatives(constraint);
        if (alternatives.size() > 1) {
            return alternatives.stream().allMatch(each -> of(each) == RARE) ? RARE : UNKNOWN;
        }
        List<String> conditions = split(constraint, " && ");
        if (conditions.size() > 1) {
            return conditions.stream().anyMatch(each -> of(each) == RARE) ? RARE : UNKNOWN;
        }
        if (SELDOM_TRUE.stream().anyMatch(form -> form.matcher(constraint).matches())) {
            return RARE;
        }
        return Constraint.questions(constraint) > 1 ? UNKNOWN : COMMON;
    }

    /** What has to hold of it, one at least. */
    static List<String> alternatives(String constraint) {
        return split(constraint, " || ");
    }

    private static List<String> split(String constraint, String sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < constraint.length(); at++) {
            char c = constraint.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && constraint.startsWith(sign, at)) {
                parts.add(constraint.substring(start, at));
                start = at + sign.length();
            }
        }
        parts.add(constraint.substring(start));
        return parts;
    }
}
