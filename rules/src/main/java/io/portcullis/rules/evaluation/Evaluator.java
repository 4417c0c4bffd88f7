package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Assessment;
import io.portcullis.rules.vocabulary.Marking;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on one activity at a time, in sessions of Drools that are kept. One thread at a time. */
public final class Evaluator implements AutoCloseable {

    private final RuleSession tallies;
    private final RuleSession decisions;
    private final MarkSessions marks;
    private final boolean counts;
    private final List<ParsedRule> fired = new ArrayList<>();
    private final Choice choice = new Choice();

    private @Nullable Activity activity;
    private @Nullable Activity event;

    public Evaluator(CompiledRules compiled) {
        this.tallies = new RuleSession(compiled.groundwork());
        this.decisions = new RuleSession(compiled.decisions());
        this.marks = new MarkSessions(compiled.groundwork(), compiled.marks());
        this.counts = compiled.counts();
    }

    /** Answers for the activity that is being evaluated. */
    public Marking marking() {
        return marks;
    }

    /**
     * Turns to the next activity.
     *
     * @param standsFor the event that it stands for; null for none
     */
    public void turnTo(Activity next, @Nullable Activity standsFor) {
        activity = next;
        event = standsFor;
        marks.turnTo(next, standsFor);
    }

    /**
     * The tallies that rules have it count under; empty most often.
     *
     * @param fact the activity, or the event that it stands for
     */
    public List<String> tallies(Activity fact) {
        if (!counts) {
            return List.of();
        }
        List<ParsedRule> counting = tallies.evaluate(EntryPoints.TALLIES, fact);
        List<String> names = counting.isEmpty() ? List.of() : new ArrayList<>(counting.size());
        for (ParsedRule rule : counting) {
            if (rule.consequence() instanceof Consequence.Count count) {
                names.add(count.tally());
            }
        }
        tallies.clear();
        return names;
    }

    /**
     * The rules that fire: those that raise a signal, and those that set the marks which they build on. The list is the
     * evaluator's own. They see the memory as it is now, with what was counted since.
     */
    public List<ParsedRule> fire() {
        Activity fact = Objects.requireNonNull(activity, "there is no activity");
        marks.turnTo(fact, event);
        if (event != null) {
            decisions.insert(EntryPoints.SIGNALS, event);
        }
        fired.clear();
        fired.addAll(decisions.evaluate(EntryPoints.SIGNALS, fact));
        decisions.clear();
        fired.addAll(marks.behind(fired));
        return fired;
    }

    /** What the policy rules choose for the score of the activity that was evaluated last, within its band. */
    public Choice choose(Supplier<Assessment> assessment, int score) {
        Band band = Band.of(score);
        choice.start(band);
        if (band == Band.MEDIUM || band == Band.HIGH) {
            for (Activity fact : facts()) {
                decisions.insert(EntryPoints.POLICY, fact);
            }
            for (ParsedRule rule : decisions.evaluate(EntryPoints.POLICY, assessment.get())) {
                if (rule.consequence() instanceof Consequence.Choose chosen) {
                    choice.take(chosen);
                }
            }
            decisions.clear();
        }
        return choice;
    }

    private List<Activity> facts() {
        return Stream.of(event, activity).filter(Objects::nonNull).toList();
    }

    /** Ends the sessions, with all that an evaluation that failed may have left there; the next one makes new ones. */
    public void reset() {
        close();
    }

    @Override
    public void close() {
        tallies.close();
        decisions.close();
        marks.close();
    }
}
