package io.portcullis.history;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Reads a line of the combined log format, or of the common one, which ends before the referrer:
 *
 * <pre>[vhost:port] host ident user [time] "request" status bytes "referrer" "user agent" anything</pre>
 *
 * <p>What attackers write into a request is part of history, so only the frame of a line must be right: a request that
 * is none in HTTP is kept as {@code attributes.request}.
 */
final class CombinedLogParser implements LineParser {

    private final Supplier<String> identifiers;

    CombinedLogParser(Supplier<String> identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public Activity parse(byte[] bytes, int offset, int length) throws InvalidActivity {
        LogCursor line = new LogCursor(bytes, offset, length);
        ClientFields client = ClientFields.of(line.textUpTo(line.startOfTime()));
        Instant occurredAt = line.time();
        RequestLine request = RequestLine.of(line.request());
        Long status = line.number("status");
        Long size = line.number("bytes");
        String referrer = line.quoted();
        String userAgent = line.quoted();
        AccessLogLine entry = new AccessLogLine(
                occurredAt, client.address(), client.user(), request, status, size, referrer, userAgent, null);
        return entry.toActivity(identifiers.get());
    }
}
