package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.history.HistoryFormat;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import io.portcullis.replay.Entry;
import io.portcullis.replay.Replay;
import io.portcullis.rules.RuleSet;
import io.portcullis.rules.vocabulary.Background;
import io.portcullis.simulation.SimulationFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Replay of a file, parsing and memory included, against the bare evaluation of the same rules on the same
 * activities, parsed before, with entities that remember nothing: what memory, parsing and order cost on top of rules.
 */
final class ReplayBenchmark implements Benchmark {

    /** Over the same activities, in a round of bare rules: as many as the replay has in all. */
    private static final int PASSES = 10;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int activities = quick ? 300_000 : 1_000_000;
        try (Scratch scratch = new Scratch();
                RuleSet rules = RuleSet.shipped()) {
            BareRules bare = new BareRules(rules);

            Path file = scratch.folder().resolve("traffic.ndjson");
            SimulationFile.write(Traffic.simulation(activities), file, written -> {});
            // After one round, Java's compiler still has as much to do as the replay itself; after two it is done.
            replay(file, rules);
            Median.Single replay = Median.of(quick ? 3 : 5, () -> replay(file, rules));

            // Not in turn with the replay: the compiler would make code for both, an entity with a past and one
            // without.
            List<Activity> parsed = Traffic.of(100_000);
            Median.Single evaluation = Median.of(5, () -> bare(parsed, bare));
            return List.of(
                    Measure.atLeast("replay, parsing included", replay.middle(), "activities/s", 100_000),
                    Measure.told("bare evaluation of the rules, one thread", evaluation.middle(), "activities/s"),
                    Measure.told("replay / bare evaluation", replay.middle() / evaluation.middle(), ""),
                    Measure.told("rounds not counted, as other machines took the processors", replay.disturbed(), ""));
        }
    }

    private static double replay(Path file, RuleSet rules) throws Exception {
        long start = System.nanoTime();
        try (HistoryReader history =
                new HistoryReader(List.of(HistorySource.of(file.toString())), HistoryFormat.NDJSON, line -> {})) {
            Replay.Outcome outcome = new Replay(rules, null)
                    .run(
                            () -> {
                                Activity next = history.next();
                                return next == null ? null : new Entry(next, null);
                            },
                            verdict -> {});
            return outcome.activities() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static double bare(List<Activity> activities, BareRules rules) {
        long start = System.nanoTime();
        int fired = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            for (Activity activity : activities) {
                fired += rules.evaluate(fact(activity, rules));
            }
        }
        double rate = PASSES * activities.size() / ((System.nanoTime() - start) / 1e9);
        if (fired < 0) {
            throw new IllegalStateException();
        }
        return rate;
    }

    private static io.portcullis.rules.vocabulary.Activity fact(Activity activity, BareRules rules) {
        if (activity instanceof ApiRequest request) {
            return new io.portcullis.rules.vocabulary.ApiRequest(request, rules.cast(), Background.NONE);
        } else if (activity instanceof Login login) {
            return new io.portcullis.rules.vocabulary.Login(login, rules.cast(), Background.NONE);
        } else if (activity instanceof Signup signup) {
            return new io.portcullis.rules.vocabulary.Signup(signup, rules.cast(), Background.NONE);
        } else {
            return new io.portcullis.rules.vocabulary.Payment((Payment) activity, rules.cast(), Background.NONE);
        }
    }
}
