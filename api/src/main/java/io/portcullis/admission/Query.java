package io.portcullis.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, which are read before any filter or controller asks for them. */
final class Query {

    private static final String PLAIN_NAME = "[A-Za-z0-9_.-]{1,64}";

    private Query() {}

    /** @return why the call is refused; null when its parameters can be read */
    static @Nullable Refused check(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        try {
            request.getParameterMap();
            return null;
        } catch (InvalidParameterException e) {
            return new Refused(400, "%s: is not percent-encoded UTF-8".formatted(malformed(query)));
        }
    }

    private static String malformed(String query) {
        return Arrays.stream(query.split("&"))
                .filter(Query::isMalformed)
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(name -> name.matches(PLAIN_NAME))
                .findFirst()
                .orElse("the query");
    }

    private static boolean isMalformed(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8).contains("\uFFFD");
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
