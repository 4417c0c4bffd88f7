package io.portcullis.rules.memory;

import io.portcullis.rules.memory.Question.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the words of a question to its slot, on the hot path: a compiled rule passes its literals, whose hashes Java has
 * kept, so that a look-up allocates nothing. Immutable.
 */
final class QuestionTable {

    private record Entry(Question question, int slot) {}

    private final Entry[][] buckets;

    /** @param slots by the question that each answers */
    QuestionTable(Map<Question, Integer> slots) {
        buckets = new Entry[Integer.highestOneBit(Math.max(1, slots.size())) * 4][];
        List<List<Entry>> filling = new ArrayList<>();
        for (int i = 0; i < buckets.length; i++) {
            filling.add(new ArrayList<>());
        }
        slots.forEach((question, slot) -> filling.get(
                        bucket(counted(question.function()), question.subject(), question.tally(), question.window()))
                .add(new Entry(question, slot)));
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = filling.get(i).toArray(Entry[]::new);
        }
    }

    /** A rate is asked as the count that it is made of. */
    private static Function counted(Function function) {
        return function == Function.RATE ? Function.COUNT : function;
    }

    /** @throws IllegalArgumentException when no loaded rule asks this, so that nothing is remembered for it */
    int slot(Function function, String subject, String tally, String window) {
        for (Entry entry : buckets[bucket(function, subject, tally, window)]) {
            Question question = entry.question;
            if (counted(question.function()) == function
                    && question.tally().equals(tally)
                    && question.window().equals(window)
                    && question.subject().equals(subject)) {
                return entry.slot;
            }
        }
        throw new IllegalArgumentException(
                "no rule asks for " + new Question(function, subject, tally, window).label());
    }

    private int bucket(Function function, String subject, String tally, String window) {
        int hash = (tally.hashCode() * 31 + window.hashCode()) * 31 + subject.hashCode() + function.ordinal();
        return (hash ^ hash >>> 15) & buckets.length - 1;
    }
}
