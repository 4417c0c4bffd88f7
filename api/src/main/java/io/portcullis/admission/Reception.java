package io.portcullis.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;

/** A body on its way, received as fast as its client sends it, without a thread that waits. */
final class Reception implements ReadListener {

    /** Bytes that are kept; what comes beyond is read, so that the client sees the answer, and thrown away. */
    static final int LARGEST = 10 << 20;

    private static final long MOST_DISCARDED = 64L << 20;

    private static final Refused TOO_LARGE = new Refused(413, "a request may have at most " + (LARGEST >> 20) + " MiB");
    private static final Refused TOO_SLOW = new Refused(408, "the body came too slowly");

    /** Where a call is dispatched to: one's own path may be one that Tomcat finds no servlet for, such as {@code /..%2f..}. */
    private static final String ANYWHERE = "/";

    private final HttpServletRequest request;
    private final ServletInputStream in;
    private final String address;
    private final long length;
    private final AdmissionSettings settings;
    private final AtomicLong budget;
    private final long started = System.nanoTime();
    /** In pieces that are never copied: copies of ten megabytes fill a heap of a gigabyte soon. */
    private FastByteArrayOutputStream bytes;

    private final byte[] piece = new byte[1 << 13];
    private volatile long received;
    private @Nullable AsyncContext call;
    private volatile @Nullable Refused refused;
    private boolean ended;

    /** @param budget bytes that all bodies may take yet */
    Reception(HttpServletRequest request, AdmissionSettings settings, AtomicLong budget) throws IOException {
        this.request = request;
        this.in = request.getInputStream();
        this.address = request.getRemoteAddr();
        this.length = request.getContentLengthLong();
        this.settings = settings;
        this.budget = budget;
        this.bytes = new FastByteArrayOutputStream(length > 0 && length < piece.length ? (int) length : piece.length);
    }

    /** @return whether all of it came with the head of the request; then there is nothing to wait for */
    boolean isHere() throws IOException {
        while (received < length && in.available() > 0) {
            take(in.read(piece));
        }
        return received == length;
    }

    /** Receives the rest and dispatches the call then. */
    void start(AsyncContext async) {
        call = async;
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            int read = in.read(piece);
            if (read < 0) {
                return;
            }
            take(read);
            if (received > MOST_DISCARDED || (refused != null && !refused.equals(TOO_LARGE))) {
                end();
                return;
            }
        }
    }

    private synchronized void take(int read) throws IOException {
        received += read;
        if (refused != null) {
            return;
        }
        if (received > LARGEST) {
            refuse(TOO_LARGE);
        } else if (budget.addAndGet(-read) < 0) {
            budget.addAndGet(read);
            refuse(Refused.overloaded("too much is being received at the same time"));
        } else {
            bytes.write(piece, 0, read);
        }
    }

    private synchronized void refuse(Refused why) {
        refused = why;
        release();
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    /** The client has gone, or sent what is no body. */
    @Override
    public void onError(Throwable e) {
        if (refused == null) {
            refuse(new Refused(400, "the body is not complete"));
        }
        end();
    }

    /** Ends it when it has been too slow until now. */
    void check(long now) {
        long nanos = now - started;
        double seconds = nanos / 1e9;
        boolean tooSlow = nanos > settings.grace().toNanos() && received < settings.bytesPerSecond() * seconds;
        if (tooSlow || nanos > settings.longestBody().toNanos()) {
            refuse(TOO_SLOW);
            end();
        }
    }

    /** Room is needed for another. */
    void giveUp() {
        refuse(Refused.overloaded("this address sends too many bodies at the same time"));
        end();
    }

    /** The call as it came, not as it is dispatched. */
    HttpServletRequest request() {
        return request;
    }

    String address() {
        return address;
    }

    /** Nanoseconds on its way. */
    long age() {
        return System.nanoTime() - started;
    }

    private synchronized void end() {
        if (!ended && call != null) {
            ended = true;
            call.dispatch(ANYWHERE);
        }
    }

    @Nullable
    Refused refused() {
        return refused;
    }

    /** What was received; its bytes are no longer counted. */
    synchronized InputStream handOver() {
        InputStream body = bytes.getInputStream();
        budget.addAndGet(bytes.size());
        bytes = new FastByteArrayOutputStream(1);
        return body;
    }

    /** Its bytes are no longer counted. */
    synchronized void release() {
        budget.addAndGet(bytes.size());
        bytes.reset();
    }
}
