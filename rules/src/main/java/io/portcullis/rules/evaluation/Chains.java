package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes one constraint, {@code a && b && c}, of those that rules pass one after the other with no fork between: a node
 * of the network costs more than what most constraints look at. But one that asks the memory
 * begins a new one, so that what comes before it can be looked at ahead. What the rules say stays the same.
 */
final class Chains {

    /** How many constraints make one: the compiler goes a level down for each. */
    private static final int LONGEST = 24;

    private Chains() {}

    /** @param patterns with the constraint first that is looked at first */
    static List<Pattern> join(List<Pattern> patterns) {
        List<Path> paths = patterns.stream().map(Path::new).toList();
        Map<String, List<Path>> byFact = new TreeMap<>();
        paths.forEach(path -> byFact.computeIfAbsent(path.pattern.fact(), fact -> new ArrayList<>())
                .add(path));
        byFact.values().forEach(Chains::walk);
        return paths.stream()
                .map(path -> new Pattern(path.pattern.fact(), path.joined))
                .toList();
    }

    /** A pattern on its way through the network. */
    private static final class Path {
        private final Pattern pattern;
        private final List<String> joined = new ArrayList<>();
        private int at;

        private Path(Pattern pattern) {
            this.pattern = pattern;
        }

        private boolean ends() {
            return at == pattern.constraints().size();
        }

        private String next() {
            return pattern.constraints().get(at);
        }
    }

    /** All of them are at the same place, by the same way. */
    private static void walk(List<Path> paths) {
        Map<String, List<Path>> ways = paths.stream()
                .filter(path -> !path.ends())
                .collect(Collectors.groupingBy(Path::next, TreeMap::new, Collectors.toList()));
        ways.values().forEach(way -> {
            List<String> chain = new ArrayList<>();
            do {
                chain.add(way.get(0).next());
                way.forEach(path -> path.at++);
            } while (goOnTogether(way, chain));
            way.forEach(path -> path.joined.add(joined(chain)));
            walk(way);
        });
    }

    private static boolean goOnTogether(List<Path> paths, List<String> chain) {
        return paths.stream().noneMatch(Path::ends)
                && chain.size() < LONGEST
                && !Indexed.is(chain.get(0))
                && (Constraint.asks(chain.get(0))
                        || !Constraint.asks(paths.get(0).next()))
                && paths.stream().map(Path::next).distinct().count() == 1;
    }

    private static String joined(List<String> chain) {
        return chain.size() == 1
                ? chain.get(0)
                : chain.stream()
                        .map(constraint -> constraint.contains(" || ") ? "(" + constraint + ")" : constraint)
                        .collect(Collectors.joining(" && "));
    }
}
