package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts guards before constraints that seldom hold: {@code a || b || c} before each of {@code a}, {@code b} and
 * {@code c}, where rules that are alike so far go different ways. A guard is looked at once for all of them, and most
 * often no further, which costs far less than a node of the network for each. What the rules say stays the same.
 */
final class Guards {

    /** How many questions one guard asks at most. */
    private static final int MOST = 8;

    /** Nearly every activity has one of the few values that rules look for: a guard of them would stop nobody. */
    private static final Set<String> SHARED_OUT = Set.of("method", "endpoint.sensitivity");

    private static final java.util.regex.Pattern LISTED = java.util.regex.Pattern.compile("\\w+\\.listed\\(.*");

    private Guards() {}

    /** @param patterns with the constraint first that is looked at first */
    static List<Pattern> place(List<Pattern> patterns) {
        List<Path> paths = patterns.stream().map(Path::new).toList();
        Map<String, List<Path>> byFact = new TreeMap<>();
        paths.forEach(path -> byFact.computeIfAbsent(path.pattern.fact(), fact -> new ArrayList<>())
                .add(path));
        byFact.values().forEach(Guards::fork);
        return paths.stream().map(Path::walked).toList();
    }

    /** A pattern on its way through the network. */
    private static final class Path {
        private final Pattern pattern;
        private final List<String> walked = new ArrayList<>();
        private int at;

        private Path(Pattern pattern) {
            this.pattern = pattern;
        }

        private String next() {
            return pattern.constraints().get(at);
        }

        private boolean ends() {
            return at == pattern.constraints().size();
        }

        private void step() {
            walked.add(next());
            at++;
        }

        private Pattern walked() {
            return new Pattern(pattern.fact(), walked);
        }
    }

    /** All of them are at the same place, by the same way. */
    private static void fork(List<Path> paths) {
        Map<String, List<Path>> ways = new TreeMap<>();
        paths.stream().filter(path -> !path.ends()).forEach(path -> ways.computeIfAbsent(
                        path.next(), next -> new ArrayList<>())
                .add(path));
        handfuls(ways).forEach(handful -> guard(handful, ways));
        ways.values().forEach(way -> {
            way.forEach(Path::step);
            fork(way);
        });
    }

    private static void guard(List<String> handful, Map<String, List<Path>> ways) {
        String guard = handful.stream()
                .flatMap(next -> Likelihood.alternatives(next).stream())
                .distinct()
                .collect(Collectors.joining(" || "));
        for (String next : handful) {
            ways.getOrDefault(next, List.of()).forEach(path -> path.walked.add(guard));
        }
    }

    /** What seldom holds, in handfuls that belong together. */
    private static List<List<String>> handfuls(Map<String, List<Path>> ways) {
        Map<String, List<String>> bySubject = new LinkedHashMap<>();
        ways.keySet().stream()
                .filter(next -> Likelihood.of(next) == Likelihood.RARE)
                .filter(next -> !Indexed.is(next) && !SHARED_OUT.contains(subject(next)))
                .forEach(next -> bySubject
                        .computeIfAbsent(subject(next), subject -> new ArrayList<>())
                        .add(next));
        List<List<String>> handfuls = new ArrayList<>();
        bySubject.values().forEach(next -> handfuls.addAll(handfuls(next)));
        return handfuls.stream().filter(handful -> handful.size() > 1).toList();
    }

    private static List<List<String>> handfuls(List<String> all) {
        List<List<String>> handfuls = new ArrayList<>();
        int questions = MOST;
        for (String next : all) {
            int more = Math.max(1, Constraint.questions(next));
            if (questions + more > MOST) {
                handfuls.add(new ArrayList<>());
                questions = 0;
            }
            handfuls.get(handfuls.size() - 1).add(next);
            questions += more;
        }
        return handfuls;
    }

    /**
     * Questions go together, and so do looks into lists, whomever they are about; comparisons of one property do, and
     * flags of one thing.
     */
    private static String subject(String constraint) {
        if (Constraint.questions(constraint) > 0) {
            return "";
        }
        if (LISTED.matcher(constraint).matches()) {
            return "listed";
        }
        int end = constraint.indexOf(constraint.indexOf(' ') < 0 ? '.' : ' ');
        return end < 0 ? constraint : constraint.substring(0, end);
    }
}
