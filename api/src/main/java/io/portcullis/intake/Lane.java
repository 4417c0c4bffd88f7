package io.portcullis.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Submissions of one priority, in the order in which they came. The first of them may be taken in part. */
final class Lane {

    private final Deque<Submission> waiting = new ArrayDeque<>();
    private int takenOfFirst;

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void add(Submission submission) {
        waiting.add(submission);
    }

    /**
     * The next activities, of one submission.
     *
     * @param most how many, at least 1
     */
    Slice take(int most) {
        Submission first = waiting.element();
        int from = takenOfFirst;
        int to = Math.min(first.size(), from + most);
        takenOfFirst = to;
        if (to == first.size()) {
            removeFirst();
        }
        return new Slice(first, from, to);
    }

    /** @return how many activities of it still waited */
    int giveUp(Submission submission) {
        if (waiting.peek() != submission) {
            return 0;
        }
        int left = submission.size() - takenOfFirst;
        removeFirst();
        return left;
    }

    private void removeFirst() {
        waiting.remove();
        takenOfFirst = 0;
    }

    List<Submission> drain() {
        List<Submission> rest = List.copyOf(waiting);
        waiting.clear();
        takenOfFirst = 0;
        return rest;
    }
}
