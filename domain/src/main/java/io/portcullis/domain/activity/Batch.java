package io.portcullis.domain.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * Activities that came together, or a piece of them.
 *
 * @param activities the valid ones, in the order in which they came
 * @param indexes the place of each among all that came, from 0
 * @param rejections what is wrong with the others, one for each field
 * @param warnings what should be mended in the valid ones; of many, the first {@value #MOST_WARNINGS}
 */
public record Batch(
        List<Activity> activities, List<Integer> indexes, List<Rejection> rejections, List<Warning> warnings) {

    /** Of one request. */
    public static final int MOST_WARNINGS = 1_000;

    @FunctionalInterface
    interface Reading {
        Activity read() throws InvalidActivity;
    }

    /** Collects what is read, one activity after the other. */
    static final class Builder {

        private final List<Activity> activities = new ArrayList<>();
        private final List<Integer> indexes = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private int index;

        /** @param from the place of the first among all that came */
        Builder(int from) {
            this.index = from;
        }

        void add(Reading reading) {
            int warned = warnings.size();
            try {
                activities.add(reading.read());
                indexes.add(index);
            } catch (InvalidActivity e) {
                // Of one that is refused, what is wrong is enough.
                warnings.subList(warned, warnings.size()).clear();
                e.remarks().forEach(remark -> rejections.add(new Rejection(index, remark.field(), remark.reason())));
            }
            index++;
        }

        void warn(Remark remark) {
            if (warnings.size() < MOST_WARNINGS) {
                warnings.add(new Warning(index, remark.field(), remark.reason()));
            }
        }

        Batch build() {
            return new Batch(
                    List.copyOf(activities), List.copyOf(indexes), List.copyOf(rejections), List.copyOf(warnings));
        }
    }
}
