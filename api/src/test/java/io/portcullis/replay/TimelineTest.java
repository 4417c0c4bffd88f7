package io.portcullis.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void givenALongHistoryOutOfOrder_thenNothingIsLostInAFewBuckets() {
        Timeline timeline = new Timeline();
        for (int hour = 0; hour < 1000; hour++) {
            timeline.add(START.plusSeconds(3600L * (hour * 7 % 1000)), hour % 10 == 0, hour % 5 == 0);
        }

        Timeline.Bucket[] buckets = timeline.toArray();
        assertThat(buckets.length).isBetween(Timeline.MOST / 2 - 1, Timeline.MOST);
        assertThat(Arrays.stream(buckets).mapToLong(Timeline.Bucket::activities).sum())
                .isEqualTo(1000);
        assertThat(Arrays.stream(buckets).mapToLong(Timeline.Bucket::flagged).sum())
                .isEqualTo(100);
        assertThat(Arrays.stream(buckets).mapToLong(Timeline.Bucket::before).sum())
                .isEqualTo(200);
        assertThat(timeline.start()).isBeforeOrEqualTo(START);
        assertThat(timeline.end()).isAfter(START.plusSeconds(3600L * 999));
    }
}
