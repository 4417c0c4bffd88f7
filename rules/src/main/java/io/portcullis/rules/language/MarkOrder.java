package io.portcullis.rules.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which marks build on which others, in whatever order files and rules stand. */
public final class MarkOrder {

    private final Map<String, List<ParsedRule>> setters;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Set<String> circular = new HashSet<>();

    public MarkOrder(Collection<ParsedRule> rules) {
        this.setters = rules.stream()
                .filter(rule -> rule.marks() != null)
                .collect(Collectors.groupingBy(rule -> String.valueOf(rule.marks())));
    }

    /** All marks that rules set. */
    public Set<String> marks() {
        return setters.keySet();
    }

    /** How many marks build on each other below the mark; 0 when it builds on none. */
    public int depth(String mark) {
        return depth(mark, new HashSet<>());
    }

    /** Whether a mark builds on itself. */
    boolean isCircular(String mark) {
        depth(mark, new HashSet<>());
        return circular.contains(mark);
    }

    private int depth(String mark, Set<String> above) {
        Integer known = depths.get(mark);
        if (known != null) {
            return known;
        }
        if (!above.add(mark)) {
            circular.addAll(above);
            return 0;
        }
        int depth = setters.getOrDefault(mark, List.of()).stream()
                .flatMap(rule -> rule.condition().marks())
                .mapToInt(read -> 1 + depth(read, above))
                .max()
                .orElse(0);
        above.remove(mark);
        depths.put(mark, depth);
        return depth;
    }

    /** The rules that set the mark or one that it builds on. */
    public Stream<ParsedRule> below(String mark) {
        Set<String> marks = new LinkedHashSet<>();
        collect(mark, marks);
        return marks.stream().flatMap(each -> setters.getOrDefault(each, List.of()).stream());
    }

    private void collect(String mark, Set<String> into) {
        if (into.add(mark)) {
            setters.getOrDefault(mark, List.of()).stream()
                    .flatMap(rule -> rule.condition().marks())
                    .forEach(read -> collect(read, into));
        }
    }
}
