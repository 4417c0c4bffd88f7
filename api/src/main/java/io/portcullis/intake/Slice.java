package io.portcullis.intake;

import java.util.List;

/**
 * What of a submission one batch takes: all of it, or a part where it is large.
 *
 * @param from the first activity's place in the submission
 * @param to behind the last one's
 */
record Slice(Submission submission, int from, int to) {

    List<Candidate> activities() {
        return submission.activities().subList(from, to);
    }

    int size() {
        return to - from;
    }

    boolean isLast() {
        return to == submission.size();
    }
}
