package io.portcullis.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.portcullis.domain.activity.Remark;
import io.portcullis.domain.activity.Warning;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what producers should mend: once an hour for each key and field. */
public final class WarningLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(WarningLog.class);
    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Cache<List<String>, Boolean> told =
            Caffeine.newBuilder().expireAfterWrite(ONCE_IN).maximumSize(MOST).build();

    void note(HttpServletRequest request, Warning warning) {
        note(request, warning.field(), warning.reason());
    }

    void note(HttpServletRequest request, Remark remark) {
        note(request, remark.field(), remark.reason());
    }

    private void note(HttpServletRequest request, String field, String reason) {
        String key = request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
        if (told.asMap().putIfAbsent(List.of(key, field), true) == null) {
            LOGGER.warn("Key \"{}\" sends \"{}\", which {}", key, field, reason);
        }
    }
}
