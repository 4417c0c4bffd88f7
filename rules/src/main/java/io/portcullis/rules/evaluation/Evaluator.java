package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Assessment;
import io.portcullis.rules.vocabulary.Risk;
import io.portcullis.rules.vocabulary.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on one fact at a time. One thread at a time. */
public final class Evaluator implements AutoCloseable {

    private final Optional<RuleSession> tallies;
    private final RuleSession decisions;
    private final List<String> counted = new ArrayList<>();
    private final Choice choice = new Choice();

    public Evaluator(CompiledRules compiled) {
        Tally tally = counted::add;
        this.tallies = compiled.tallies().map(base -> new RuleSession(base, "tally", tally));
        this.decisions = new RuleSession(compiled.decisions(), "risk", choice);
    }

    /** The tallies that the memory has it count under; the list is the evaluator's own until the next call. */
    public List<String> tallies(Activity fact) {
        counted.clear();
        tallies.ifPresent(stage -> stage.evaluate(fact));
        return counted;
    }

    /** The rules that raise a signal; the list is the evaluator's own until the next call. */
    public List<ParsedRule> signals(Activity fact) {
        return decisions.evaluate(fact);
    }

    /** What the policy rules choose for the score, within its band; the hardest where several choose. */
    public Choice choose(Supplier<Assessment> assessment, int score) {
        Band band = Band.of(score);
        choice.start(band);
        if (band == Band.MEDIUM || band == Band.HIGH) {
            decisions.evaluate(assessment.get());
        }
        return choice;
    }

    @Override
    public void close() {
        tallies.ifPresent(RuleSession::close);
        decisions.close();
    }

    /** Collects what policy rules say. */
    public static final class Choice implements Risk {

        private Band band = Band.LOW;
        private Action action = Action.ALLOW;
        private int retryAfterSeconds;

        private void start(Band of) {
            band = of;
            retryAfterSeconds = 0;
            action = switch (of) {
                case LOW -> Action.ALLOW;
                case MEDIUM -> Action.MONITOR;
                case HIGH -> Action.CHALLENGE;
                case CRITICAL -> Action.BLOCK;
            };
        }

        public Action action() {
            return action;
        }

        /** Comes with a throttle alone. */
        public @Nullable Integer retryAfterSeconds() {
            return action == Action.THROTTLE ? Integer.valueOf(retryAfterSeconds) : null;
        }

        private void choose(Action chosen) {
            if (chosen.band() == band && chosen.compareTo(action) > 0) {
                action = chosen;
            }
        }

        @Override
        public void raise() {
            // what fires is noted by its session
        }

        @Override
        public void monitor() {
            choose(Action.MONITOR);
        }

        @Override
        public void throttle(int seconds) {
            choose(Action.THROTTLE);
            retryAfterSeconds = Math.max(retryAfterSeconds, seconds);
        }

        @Override
        public void challenge() {
            choose(Action.CHALLENGE);
        }

        @Override
        public void review() {
            choose(Action.REVIEW);
        }
    }
}
