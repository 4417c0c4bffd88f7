package io.portcullis.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.server.ResponseStatusException;

/**
 * The bytes of requests, as they are or unzipped. Each may have so many, and all that are being read or made activities
 * of at the same time may have so many together: what little a client sends can unzip to very much.
 */
public final class Bodies {

    /** Bytes of one, unzipped. */
    static final int LARGEST = 10 << 20;

    private static final int PIECE = 1 << 14;

    /** Of the memory, for all together; but room for a few of the largest. */
    private static final int SHARE = 16;

    private final Semaphore pieces;

    public Bodies() {
        this(Math.max(4L * LARGEST, Runtime.getRuntime().maxMemory() / SHARE));
    }

    /** @param most bytes of all together */
    Bodies(long most) {
        this.pieces = new Semaphore((int) Math.min(Integer.MAX_VALUE, most / PIECE));
    }

    /**
     * Reads one. To be closed as soon as its activities wait for their decisions.
     *
     * @throws ResponseStatusException 413, 415, or 400 when it is not the gzip that it says it is
     * @throws RetryLater when too much is being read already
     */
    Body read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return request.getContentLengthLong() < 0
                    ? read(request.getInputStream())
                    : read(request.getInputStream(), request.getContentLength());
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

    private Body read(InputStream in, int length) throws IOException {
        int taken = 1 + length / PIECE;
        if (!pieces.tryAcquire(taken)) {
            throw busy();
        }
        boolean whole = false;
        try {
            byte[] bytes = new byte[length];
            int read = in.readNBytes(bytes, 0, length);
            whole = true;
            return new Body(read < length ? Arrays.copyOf(bytes, read) : bytes, taken);
        } finally {
            if (!whole) {
                pieces.release(taken);
            }
        }
    }

    private static RetryLater busy() {
        return RetryLater.overloaded("too much is being read at the same time: retry in a second");
    }

    private Body read(InputStream in) throws IOException {
        FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(PIECE);
        int taken = 0;
        boolean whole = false;
        try {
            while (true) {
                if (!pieces.tryAcquire()) {
                    throw busy();
                }
                taken++;
                byte[] piece = in.readNBytes(PIECE);
                if (bytes.size() + piece.length > LARGEST) {
                    throw tooLarge();
                }
                whole = piece.length < PIECE;
                if (whole && taken == 1) {
                    return new Body(piece, taken);
                }
                bytes.write(piece, 0, piece.length);
                if (whole) {
                    return new Body(bytes.toByteArrayUnsafe(), taken);
                }
            }
        } finally {
            if (!whole) {
                pieces.release(taken);
            }
        }
    }

    /** One that was read. Its share of the memory is free again when it is closed. */
    final class Body implements AutoCloseable {

        private final byte[] bytes;
        private final int taken;

        private Body(byte[] bytes, int taken) {
            this.bytes = bytes;
            this.taken = taken;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            pieces.release(taken);
        }
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE, "a request may have at most " + (LARGEST >> 20) + " MiB");
    }
}
