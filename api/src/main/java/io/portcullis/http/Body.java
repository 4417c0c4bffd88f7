package io.portcullis.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The bytes of a request, as they are or unzipped, up to a limit. */
final class Body {

    /** Bytes, unzipped. */
    static final int LARGEST = 10 << 20;

    private Body() {}

    /** @throws ResponseStatusException 413, 415, or 400 when it is not the gzip that it says it is */
    static byte[] of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return read(request.getInputStream());
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new ResponseStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding: must be gzip or absent");
        }
        try (InputStream unzipped = new GZIPInputStream(request.getInputStream(), 1 << 13)) {
            return read(unzipped);
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the body is not valid gzip", e);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE, "a request may have at most " + (LARGEST >> 20) + " MiB");
    }
}
