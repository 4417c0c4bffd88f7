package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.ApiRequest;
import io.portcullis.rules.vocabulary.Assessment;
import io.portcullis.rules.vocabulary.Login;
import io.portcullis.rules.vocabulary.Payment;
import io.portcullis.rules.vocabulary.Signup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints of all rules as the alpha network of Rete: what several rules begin with is looked at once for all of
 * them. A rule is one pattern and there is one fact, so that this is all of Rete that there is to evaluate. A session of
 * Drools finds the same, but the working memory and the agenda that it keeps take longer than the constraints. Immutable:
 * for use by several threads.
 */
final class AlphaNetwork {

    private static final List<Class<?>> FACTS =
            List.of(ApiRequest.class, Login.class, Signup.class, Payment.class, Assessment.class);

    private static final int USUALLY_WAITING = 16;

    private static final AlphaNode NOTHING = AlphaNode.of(List.of(), Map.of(), List.of());

    private final Map<Class<?>, AlphaNode> roots;

    /**
     * The way of a rule through the network.
     *
     * @param fact the name of its type
     * @param constraints with the one first that is looked at first
     */
    record Path(ParsedRule rule, String fact, List<Constraint> constraints) {

        private boolean isAbout(Class<?> type) {
            return fact.equals(type.getSimpleName())
                    || fact.equals(Activity.class.getSimpleName()) && Activity.class.isAssignableFrom(type);
        }
    }

    AlphaNetwork(List<Path> paths) {
        this.roots = new HashMap<>();
        for (Class<?> fact : FACTS) {
            List<Path> about = paths.stream().filter(path -> path.isAbout(fact)).toList();
            if (!about.isEmpty()) {
                roots.put(fact, node(about, 0));
            }
        }
    }

    /** @param at how many constraints the paths have behind them, which are the same */
    private static AlphaNode node(List<Path> paths, int at) {
        List<ParsedRule> rules = new ArrayList<>();
        Map<String, List<Path>> ways = new LinkedHashMap<>();
        for (Path path : paths) {
            if (path.constraints().size() == at) {
                rules.add(path.rule());
            } else {
                ways.computeIfAbsent(path.constraints().get(at).text(), text -> new ArrayList<>())
                        .add(path);
            }
        }
        Map<Indexed.Property, Map<String, AlphaNode>> indexed = new EnumMap<>(Indexed.Property.class);
        List<AlphaNode.Branch> branches = new ArrayList<>();
        ways.forEach((text, way) -> {
            AlphaNode node = node(way, at + 1);
            Indexed.word(text)
                    .ifPresentOrElse(
                            word -> indexed.computeIfAbsent(word.property(), property -> new HashMap<>())
                                    .put(word.word(), node),
                            () -> branches.add(new AlphaNode.Branch(
                                    way.get(0).constraints().get(at), node)));
        });
        return AlphaNode.of(rules, indexed, branches);
    }

    private AlphaNode root(Object fact) {
        return roots.getOrDefault(fact.getClass(), NOTHING);
    }

    /** The rules that match. */
    void match(Object fact, List<ParsedRule> matches) {
        root(fact).match(fact, matches, null);
    }

    /** As far as it can be told without a look at the memory. */
    PartialMatch matchAhead(Activity fact) {
        List<ParsedRule> matches = new ArrayList<>();
        List<AlphaNode.Branch> waiting = new ArrayList<>(USUALLY_WAITING);
        root(fact).match(fact, matches, waiting);
        return new PartialMatch(matches, waiting);
    }
}
