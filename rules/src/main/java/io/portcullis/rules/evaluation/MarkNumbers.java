package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.MarkOrder;
import io.portcullis.rules.language.ParsedRule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers of a rule set's marks. A mark has a higher one than those that it builds on.
 *
 * @param depths how many marks build on each other below a mark, by its number
 */
record MarkNumbers(Map<String, Integer> numbers, List<Integer> depths) {

    /** Of a mark that no rule sets. */
    private static final int NOBODY_S = -1;

    static MarkNumbers of(Collection<ParsedRule> rules) {
        MarkOrder order = new MarkOrder(rules);
        List<String> names = order.marks().stream()
                .sorted(Comparator.<String>comparingInt(order::depth).thenComparing(Comparator.naturalOrder()))
                .toList();
        return new MarkNumbers(
                IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, Function.identity())),
                names.stream().map(order::depth).toList());
    }

    int of(String mark) {
        return numbers.getOrDefault(mark, NOBODY_S);
    }

    int depth(int number) {
        return depths.get(number);
    }

    int count() {
        return depths.size();
    }
}
