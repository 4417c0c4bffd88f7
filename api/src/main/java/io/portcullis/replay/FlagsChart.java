package io.portcullis.replay;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Flags over time, as a drawing: bars for the rules that are replayed, a line for those they are compared with. */
final class FlagsChart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 220;
    private static final int LEFT = 56;
    private static final int BOTTOM = 24;
    private static final int TOP = 10;

    private FlagsChart() {}

    static void draw(Html html, Timeline timeline, boolean compared) {
        Timeline.Bucket[] buckets = timeline.toArray();
        long most = Math.max(
                1,
                Arrays.stream(buckets)
                        .mapToLong(bucket -> Math.max(bucket.flagged(), bucket.before()))
                        .max()
                        .orElse(1));
        double step = (double) (WIDTH - LEFT) / Math.max(1, buckets.length);
        html.add(
                "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Flagged activities over time\">",
                WIDTH, HEIGHT);
        axis(html, most);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < buckets.length; i++) {
            double x = LEFT + i * step;
            double y = y(buckets[i].flagged(), most);
            if (buckets[i].flagged() > 0) {
                html.add(
                        "<rect class=\"flag\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                                + "<title>%s: %,d of %,d flagged</title></rect>",
                        x,
                        y,
                        Math.max(1, step - 1),
                        base() - y,
                        start(timeline, i),
                        buckets[i].flagged(),
                        buckets[i].activities());
            }
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x + step / 2, y(buckets[i].before(), most)));
        }
        if (compared) {
            html.add("<polyline class=\"before\" points=\"%s\"/>", line);
        }
        html.add("<text x=\"%d\" y=\"%d\">%s</text>", LEFT, HEIGHT - 4, timeline.start());
        html.add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></svg>", WIDTH, HEIGHT - 4, timeline.end());
        html.raw("<figcaption><span class=\"key flag\">flagged</span>")
                .raw(compared ? " <span class=\"key before\">flagged by the rules compared with</span>" : "")
                .add(", in steps of %s</figcaption></figure>", words(timeline.width()));
    }

    private static void axis(Html html, long most) {
        for (long value : new long[] {0, most}) {
            html.add(
                    "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH, y(value, most), y(value, most));
            html.add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,d</text>", LEFT - 8, y(value, most) + 4, value);
        }
    }

    private static double base() {
        return HEIGHT - BOTTOM;
    }

    private static double y(long value, long most) {
        return base() - (base() - TOP) * value / most;
    }

    private static String start(Timeline timeline, int bucket) {
        return timeline.start().plus(timeline.width().multipliedBy(bucket)).toString();
    }

    private static String words(Duration width) {
        long seconds = width.toSeconds();
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? width.toMinutes() + " min" : width.toHours() + " h";
    }
}
