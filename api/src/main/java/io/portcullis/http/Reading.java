package io.portcullis.http;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.Batch;
import io.portcullis.domain.activity.BatchText;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Rejection;
import io.portcullis.domain.activity.Warning;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.Intake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.common.IdentifierFactory;

/**
 * What a piece of a request brought: the activities that may go into the log, and why the others may not.
 *
 * @param accepted in the order in which they came
 * @param indexes the place of each in the request, from 0
 * @param rejected one for each field at fault, by index
 * @param warnings of those that are accepted, by index
 * @param made the ids of activities that came without one
 */
record Reading(
        List<Candidate> accepted,
        List<Integer> indexes,
        List<Rejection> rejected,
        List<Warning> warnings,
        List<MadeId> made) {

    /** @param index the activity's place in the request, from 0 */
    record MadeId(int index, String id) {}

    /**
     * @param from the place of the first activity, from 0
     * @param to behind that of the last
     */
    static Reading of(BatchText text, int from, int to, Intake intake, Terms terms) {
        Set<String> madeIds = new HashSet<>();
        Batch batch = text.read(from, to, terms.reader(() -> {
            String id = IdentifierFactory.getInstance().generateIdentifier();
            madeIds.add(id);
            return id;
        }));
        List<Candidate> accepted = new ArrayList<>(batch.activities().size());
        List<Integer> indexes = new ArrayList<>(batch.activities().size());
        List<Rejection> rejected = new ArrayList<>(batch.rejections());
        List<MadeId> made = new ArrayList<>(madeIds.size());
        for (int i = 0; i < batch.activities().size(); i++) {
            Activity activity = batch.activities().get(i);
            int index = batch.indexes().get(i);
            try {
                accepted.add(intake.admit(activity, terms.age()));
                indexes.add(index);
                if (madeIds.contains(activity.id())) {
                    made.add(new MadeId(index, activity.id()));
                }
            } catch (InvalidActivity e) {
                rejected.add(new Rejection(index, e.field(), e.reason()));
            }
        }
        rejected.sort(Comparator.comparingInt(Rejection::index));
        return new Reading(accepted, indexes, rejected, batch.warnings(), made);
    }
}
