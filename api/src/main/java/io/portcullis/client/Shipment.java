package io.portcullis.client;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.Rejection;
import io.portcullis.domain.activity.Warning;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Sends history in requests of a moderate size, one after the other, so that the log gets it in order. */
public final class Shipment {

    private static final int MOST_ACTIVITIES = 1000;
    private static final int MOST_BYTES = 1 << 20;

    private final ActivityClient client;
    private final BiConsumer<String, Rejection> rejected;
    private final ActivityWriter writer = new ActivityWriter();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<String> places = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejections;
    private final Map<String, Long> warned = new TreeMap<>();

    /** @param rejected hears where an activity came from that the server refuses, and why it does */
    public Shipment(ActivityClient client, BiConsumer<String, Rejection> rejected) {
        this.client = client;
        this.rejected = rejected;
    }

    /** @param place where the activity comes from */
    public void add(Activity activity, String place) throws ServerUnusable, InterruptedException {
        byte[] line = writer.write(activity);
        if (places.size() == MOST_ACTIVITIES || body.size() + line.length > MOST_BYTES) {
            flush();
        }
        body.write(line, 0, line.length);
        body.write('\n');
        places.add(place);
    }

    /** Sends what has been added since the last request. */
    public void flush() throws ServerUnusable, InterruptedException {
        if (places.isEmpty()) {
            return;
        }
        Receipt receipt = client.send(body.toByteArray());
        accepted += receipt.accepted();
        duplicates += receipt.duplicates();
        rejections += receipt.rejections().stream()
                .mapToInt(Rejection::index)
                .distinct()
                .count();
        for (Warning warning : receipt.remarks()) {
            warned.merge(warning.field() + " " + warning.reason(), 1L, Long::sum);
        }
        for (Rejection rejection : receipt.rejections()) {
            boolean known = rejection.index() >= 0 && rejection.index() < places.size();
            rejected.accept(known ? places.get(rejection.index()) : "", rejection);
        }
        body.reset();
        places.clear();
    }

    /** How many the server stored. */
    public long accepted() {
        return accepted;
    }

    /** How many it had already. */
    public long duplicates() {
        return duplicates;
    }

    /** What the producer should mend, each with how often it was said. */
    public Map<String, Long> warned() {
        return Collections.unmodifiableMap(warned);
    }

    /** How many it refused. */
    public long rejected() {
        return rejections;
    }
}
