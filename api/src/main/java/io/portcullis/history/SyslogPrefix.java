package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.util.regex.Pattern;

/**
 * What syslog, or a container's runtime, writes before a line that it carries. The host that it names is the server, so
 * such a line is refused rather than read:
 *
 * <pre>
 * Nov 22 10:00:00 host nginx[12]: 192.0.2.1 - - ...
 * &lt;190&gt;1 2026-11-22T10:00:00Z host nginx 12 - - 192.0.2.1 - - ...
 * host nginx: 192.0.2.1 - - ...
 * </pre>
 */
final class SyslogPrefix {

    private static final Pattern PREFIX = Pattern.compile("<\\d{1,3}>"
            + "|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} \\d{2}:"
            + "|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:"
            + "|\\S+ [\\w./-]+(?:\\[\\d+])?: ");

    private SyslogPrefix() {}

    static void refuse(String fields) throws InvalidActivity {
        if (PREFIX.matcher(fields).lookingAt()) {
            throw new InvalidActivity(
                    "ip",
                    "the line begins with a syslog prefix: take it away, or say where it ends:"
                            + " --log-format '$any: $remote_addr ...'");
        }
    }
}
