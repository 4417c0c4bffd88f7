package io.portcullis.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Requests that Tomcat itself refuses, such as malformed ones, get a problem detail instead of a page. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int code = response.getStatus();
        HttpStatus status = HttpStatus.resolve(code);
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String title = status == null ? "Error" : status.getReasonPhrase();
        byte[] problem = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                .formatted(title, code)
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(problem.length);
        try {
            response.getOutputStream().write(problem);
            response.finishResponse();
        } catch (IOException e) {
            // The client is gone; nobody is left to tell.
            container.getLogger().debug("A refused client has gone", e);
        }
    }
}
