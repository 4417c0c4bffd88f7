package io.portcullis.http;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.Batch;
import io.portcullis.domain.activity.BatchReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Rejection;
import io.portcullis.intake.Candidate;
import io.portcullis.intake.Intake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.axonframework.common.IdentifierFactory;

/**
 * What one request brought: the activities that may go into the log, and why the others may not.
 *
 * @param accepted in the order in which they came
 * @param rejected by index
 * @param made the ids of activities that came without one
 */
record Reading(List<Candidate> accepted, List<Rejection> rejected, List<MadeId> made) {

    /** @param index the activity's place in the request, from 0 */
    record MadeId(int index, String id) {}

    static Reading json(byte[] body, Intake intake) throws InvalidActivity {
        Set<String> made = new HashSet<>();
        return of(reader(made).json(body), made, intake);
    }

    static Reading ndjson(byte[] body, Intake intake) {
        Set<String> made = new HashSet<>();
        return of(reader(made).ndjson(body), made, intake);
    }

    private static BatchReader reader(Set<String> made) {
        return new BatchReader(new ActivityReader(() -> {
            String id = IdentifierFactory.getInstance().generateIdentifier();
            made.add(id);
            return id;
        }));
    }

    private static Reading of(Batch batch, Set<String> madeIds, Intake intake) {
        List<Candidate> accepted = new ArrayList<>(batch.activities().size());
        List<Rejection> rejected = new ArrayList<>(batch.rejections());
        List<MadeId> made = new ArrayList<>(madeIds.size());
        Iterator<Rejection> invalid = batch.rejections().iterator();
        int nextInvalid = invalid.hasNext() ? invalid.next().index() : -1;
        int index = 0;
        for (Activity activity : batch.activities()) {
            while (index == nextInvalid) {
                index++;
                nextInvalid = invalid.hasNext() ? invalid.next().index() : -1;
            }
            try {
                accepted.add(intake.admit(activity));
                if (madeIds.contains(activity.id())) {
                    made.add(new MadeId(index, activity.id()));
                }
            } catch (InvalidActivity e) {
                rejected.add(new Rejection(index, e.field(), e.reason()));
            }
            index++;
        }
        rejected.sort(Comparator.comparingInt(Rejection::index));
        return new Reading(accepted, rejected, made);
    }

    int size() {
        return accepted.size() + rejected.size();
    }
}
