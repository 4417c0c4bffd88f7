package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Marking;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward chaining on demand: the rules of a mark see the activity when another rule first asks for the mark, and the
 * answer is kept while the activity is evaluated. One thread at a time.
 */
final class MarkSessions implements Marking, AutoCloseable {

    private final MarkNumbers numbers;
    /** By depth: a session is evaluating when it asks for a mark below. */
    private final List<RuleSession> sessions = new ArrayList<>();

    private final List<ParsedRule> fired = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final BitSet marked = new BitSet();
    private final String[] entryPoints;

    private @Nullable Activity activity;
    private @Nullable Activity event;

    MarkSessions(KnowledgeBase base, MarkNumbers numbers) {
        this.numbers = numbers;
        this.entryPoints = new String[numbers.count()];
        for (int number = 0; number < entryPoints.length; number++) {
            entryPoints[number] = EntryPoints.ofMark(number);
            while (sessions.size() <= numbers.depth(number)) {
                sessions.add(new RuleSession(base));
            }
        }
    }

    /**
     * Forgets the marks of the activity before.
     *
     * @param event that the activity stands for; null for none
     */
    void turnTo(Activity activity, @Nullable Activity event) {
        this.activity = activity;
        this.event = event;
        known.clear();
        marked.clear();
        fired.clear();
    }

    @Override
    public boolean isMarked(int mark) {
        if (!known.get(mark)) {
            marked.set(mark, evaluate(mark));
            known.set(mark);
        }
        return marked.get(mark);
    }

    private boolean evaluate(int mark) {
        RuleSession session = sessions.get(numbers.depth(mark));
        if (event != null) {
            session.insert(entryPoints[mark], event);
        }
        List<ParsedRule> setters = activity == null ? List.of() : session.evaluate(entryPoints[mark], activity);
        boolean set = !setters.isEmpty();
        fired.addAll(setters);
        session.clear();
        return set;
    }

    /**
     * The rules that set the marks which those rules build on.
     *
     * @param readers that fired
     */
    List<ParsedRule> behind(List<ParsedRule> readers) {
        readers.forEach(this::ask);
        for (int i = 0; i < fired.size(); i++) {
            ask(fired.get(i));
        }
        return fired;
    }

    private void ask(ParsedRule reader) {
        for (String mark : reader.reads()) {
            int number = numbers.of(mark);
            if (number >= 0) {
                isMarked(number);
            }
        }
    }

    @Override
    public void close() {
        sessions.forEach(RuleSession::close);
    }
}
