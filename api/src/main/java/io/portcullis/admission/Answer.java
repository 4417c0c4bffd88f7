package io.portcullis.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is complete before its first byte is sent; errors included, which the container would send itself. */
final class Answer extends ContentCachingResponseWrapper {

    Answer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        resetBuffer();
        new Refused(status, null).write(this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
