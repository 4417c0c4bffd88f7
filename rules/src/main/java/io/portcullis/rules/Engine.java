package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.rules.evaluation.Choice;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Inferred;
import io.portcullis.rules.memory.Marks;
import io.portcullis.rules.memory.Memory;
import io.portcullis.rules.vocabulary.Assessment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log of activities into decisions: memory, rules, score, policy. One thread at a time; activities in the order
 * of the log.
 */
public final class Engine implements AutoCloseable {

    private static final Comparator<Reason> HARDEST_FIRST =
            Comparator.comparing(Reason::score).reversed().thenComparing(Reason::rule);

    /** More than there are combinations of tallies that rules count together. */
    private static final int CACHED = 1024;

    private final RuleSet rules;
    private final Preparation preparation;
    private final Evaluator evaluator;
    /** By the further tallies that rules found. */
    private final Map<List<String>, Marks> counted = new HashMap<>();

    private Memory memory;
    private Stage stage;
    private @Nullable Prepared latest;
    /** Of a glance: without it, the compiler would leave the glance out. */
    private volatile long seen;

    private io.portcullis.rules.vocabulary.@Nullable Activity fact;
    /** The event that the latest activity stands for. */
    private io.portcullis.rules.vocabulary.@Nullable Activity event;

    public Engine(RuleSet rules) {
        this.rules = rules;
        this.evaluator = new Evaluator(rules.compiled());
        this.preparation = new Preparation(rules);
        this.memory = new Memory(rules.schema());
        this.stage = new Stage(memory::recollection, rules.means(), evaluator.marking());
    }

    /**
     * Finds out about an activity what does not need memory: may run on another thread, ahead of {@link #decide}, and
     * for any engine of the same rule set.
     */
    public Prepared prepare(Activity activity) {
        return preparation.prepare(activity);
    }

    /**
     * Remembers the activity and decides it.
     *
     * @param position the activity's place in the log, from 1
     */
    public Decision decide(Prepared prepared, long position) {
        remember(prepared);
        return conclude(evaluate(), position);
    }

    /**
     * Looks at what the next decisions are going to need, and changes nothing: what lies far from the processor comes all
     * at the same time then, not piece by piece. Worth it for a dozen or two of them that another thread prepared.
     */
    public void glance(List<Prepared> next) {
        long glanced = 0;
        for (Prepared prepared : next) {
            glanced ^= prepared.observation().glance();
        }
        for (Prepared prepared : next) {
            glanced ^= memory.glance(prepared.observation());
        }
        seen = glanced;
    }

    /** The first step of a decision: the memory takes the activity in, and the stage turns to it. */
    void remember(Prepared prepared) {
        memory.observe(prepared.observation());
        latest = prepared;
        fact = stage.enter(prepared.setting());
        event = stage.standsFor();
    }

    /** The second: which rules fire. The list is the evaluator's own until the next evaluation. */
    List<ParsedRule> evaluate() {
        evaluator.turnTo(onStage(), event);
        List<String> tallies = evaluator.tallies(onStage());
        if (event != null) {
            List<String> inferred = evaluator.tallies(event);
            tallies = new ArrayList<>(tallies);
            inferred.stream().map(Inferred::of).forEach(tallies::add);
        }
        if (!tallies.isEmpty()) {
            memory.count(marks(tallies));
        }
        return evaluator.fire();
    }

    private Marks marks(List<String> tallies) {
        Marks marks = counted.get(tallies);
        if (marks == null) {
            marks = rules.schema().marks(tallies);
            if (counted.size() < CACHED) {
                counted.put(List.copyOf(tallies), marks);
            }
        }
        return marks;
    }

    /** The last: what follows. */
    Decision conclude(List<ParsedRule> fired, long position) {
        io.portcullis.rules.vocabulary.Activity fact = onStage();
        List<Reason> reasons = fired.isEmpty() ? List.of() : reasons(fired);
        int score = Score.of(reasons);
        Choice choice = evaluator.choose(() -> assessment(fact, score, reasons), score);
        for (Reason reason : reasons) {
            memory.accuse(reason.entity().kind(), score);
        }
        Activity activity = latest().activity();
        return new Decision(
                activity.id(),
                activity.type(),
                activity.occurredAt(),
                choice.action(),
                score,
                reasons,
                rules.id(),
                position,
                choice.retryAfterSeconds());
    }

    /** The fact of the activity that was remembered last. */
    io.portcullis.rules.vocabulary.Activity onStage() {
        return Objects.requireNonNull(fact, "nothing was decided yet");
    }

    /** What rules see of it: the activity, and the event that it stands for. */
    private List<Object> facts() {
        return event == null ? List.of(onStage()) : List.of(onStage(), event);
    }

    private Prepared latest() {
        return Objects.requireNonNull(latest, "nothing was decided yet");
    }

    /**
     * What rules see of the activity that was decided last, whether they fired on it or not.
     *
     * @param name of a rule, or of a signal that rules raise
     */
    public List<Sight> sights(String name) {
        List<Sight> sights = new ArrayList<>();
        for (ParsedRule parsed : rules.parsed()) {
            Rule rule = parsed.rule();
            if (rule != null && (rule.name().equals(name) || rule.signal().equals(name))) {
                sights.add(
                        parsed.isAbout(onStage()) || event != null && parsed.isAbout(event)
                                ? new Sight(rule, Evidence.of(seenBy(parsed), rule.entity(), facts(), stage::entity))
                                : new Sight(rule, null));
            }
        }
        return sights;
    }

    /** The rule, and those that set the marks which it builds on, whether they did this time or not. */
    private List<ParsedRule> seenBy(ParsedRule rule) {
        return Evidence.behind(rule, rules.parsed());
    }

    /** As {@link #decide(Prepared, long)}, preparing the activity itself. */
    public Decision decide(Activity activity, long position) {
        return decide(prepare(activity), position);
    }

    private List<Reason> reasons(List<ParsedRule> fired) {
        List<Reason> reasons = new ArrayList<>(fired.size());
        for (ParsedRule parsed : fired) {
            Rule rule = parsed.rule();
            if (rule != null) {
                EntityRef accused = stage.accused(rule.entity());
                reasons.add(new Reason(
                        rule.name(),
                        rule.signal(),
                        rule.threat(),
                        rule.score(),
                        accused,
                        Evidence.of(Evidence.behind(parsed, fired), accused.kind(), facts(), stage::entity)));
            }
        }
        reasons.sort(HARDEST_FIRST);
        return List.copyOf(reasons);
    }

    private static Assessment assessment(
            io.portcullis.rules.vocabulary.Activity fact, int score, List<Reason> reasons) {
        return new Assessment(
                fact, score, reasons.stream().map(Reason::signal).collect(Collectors.toUnmodifiableSet()));
    }

    /** A hash over the whole memory: equal for the same log under the same rule set, live, replayed or recovered. */
    public long memoryHash() {
        return memory.hash();
    }

    /** How many entities are remembered. */
    public long entities() {
        return memory.size();
    }

    /** Writes the whole memory, for a checkpoint. */
    public void save(DataOutput out) throws IOException {
        memory.write(out);
    }

    /** Replaces the memory by one that {@link #save} wrote under the same rule set. */
    public void restore(DataInput in) throws IOException {
        Memory restored = new Memory(rules.schema());
        restored.read(in);
        memory = restored;
        evaluator.reset();
        stage = new Stage(restored::recollection, rules.means(), evaluator.marking());
        latest = null;
        fact = null;
        event = null;
    }

    /** Ends its sessions; the rule set stays as it is. */
    @Override
    public void close() {
        evaluator.close();
    }
}
