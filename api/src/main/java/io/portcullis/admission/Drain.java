package io.portcullis.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads a little of what a refused client still sends, after the answer. A connection that is closed before that is
 * reset, and the client may never see why.
 */
final class Drain implements ReadListener {

    private static final long MOST = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AsyncContext call;
    private final ServletInputStream in;
    private final byte[] piece = new byte[1 << 13];
    private long read;

    private Drain(AsyncContext call, ServletInputStream in) {
        this.call = call;
        this.in = in;
    }

    static void start(HttpServletRequest request, AsyncContext call) throws IOException {
        call.setTimeout(LONGEST.toMillis());
        Drain drain = new Drain(call, request.getInputStream());
        drain.in.setReadListener(drain);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady() && !in.isFinished()) {
            read += Math.max(0, in.read(piece));
            if (read > MOST) {
                end();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    @Override
    public void onError(Throwable e) {
        end();
    }

    private void end() {
        UnreadBodyValve.leaveRest(call.getRequest());
        call.complete();
    }
}
