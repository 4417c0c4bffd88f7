package io.portcullis.rules.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which marks build on which others, in whatever order files and rules stand. */
public final class MarkOrder {

    /** As many marks may build on each other: each depth takes a session of its own. */
    static final int DEEPEST = 16;

    private final Map<String, List<ParsedRule>> setters;
    /** Of those that do not build on themselves, nor on such a one. */
    private final Map<String, Integer> depths = new HashMap<>();

    public MarkOrder(Collection<ParsedRule> rules) {
        this.setters = rules.stream()
                .filter(rule -> rule.marks() != null)
                .collect(Collectors.groupingBy(rule -> String.valueOf(rule.marks())));
        settle();
    }

    /** Each mark once all that it reads are settled. */
    private void settle() {
        Map<String, Integer> unsettled = new HashMap<>();
        Map<String, List<String>> readers = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String mark : setters.keySet()) {
            Set<String> reads = reads(mark);
            unsettled.put(mark, reads.size());
            reads.forEach(read ->
                    readers.computeIfAbsent(read, first -> new ArrayList<>()).add(mark));
            if (reads.isEmpty()) {
                ready.add(mark);
            }
        }
        while (!ready.isEmpty()) {
            String mark = ready.remove();
            depths.put(
                    mark,
                    reads(mark).stream().mapToInt(read -> 1 + depth(read)).max().orElse(0));
            for (String reader : readers.getOrDefault(mark, List.of())) {
                if (unsettled.merge(reader, -1, Integer::sum) == 0) {
                    ready.add(reader);
                }
            }
        }
    }

    /** Of the marks that rules set. */
    private Set<String> reads(String mark) {
        return setters.getOrDefault(mark, List.of()).stream()
                .flatMap(rule -> rule.condition().marks())
                .filter(setters::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All marks that rules set. */
    public Set<String> marks() {
        return setters.keySet();
    }

    /** How many marks build on each other below the mark; 0 when it builds on none. */
    public int depth(String mark) {
        return depths.getOrDefault(mark, 0);
    }

    /** Whether a mark builds on itself. */
    boolean isCircular(String mark) {
        return !depths.containsKey(mark)
                && reads(mark).stream().anyMatch(read -> from(read).contains(mark));
    }

    /** The rules that set the mark or one that it builds on. */
    public Stream<ParsedRule> below(String mark) {
        return from(mark).stream().flatMap(each -> setters.getOrDefault(each, List.of()).stream());
    }

    /** The mark, and all that it builds on. */
    private Set<String> from(String mark) {
        Set<String> found = new LinkedHashSet<>(List.of(mark));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String read : reads(open.remove())) {
                if (found.add(read)) {
                    open.add(read);
                }
            }
        }
        return found;
    }
}
