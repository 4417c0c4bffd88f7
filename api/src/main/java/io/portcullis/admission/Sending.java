package io.portcullis.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends an answer as fast as its client reads it, without a thread that waits. Until it is sent, the connection's next
 * request is not read.
 */
final class Sending implements WriteListener {

    private static final int PIECE = 1 << 14;

    private final byte[] answer;
    private final AsyncContext call;
    private final ServletOutputStream out;
    private int sent;
    private boolean flushed;

    private Sending(byte[] answer, AsyncContext call) throws IOException {
        this.answer = answer;
        this.call = call;
        this.out = call.getResponse().getOutputStream();
    }

    static void start(Answer answer, HttpServletRequest request, Duration longest) throws IOException {
        byte[] bytes = answer.getContentAsByteArray();
        AsyncContext call = request.startAsync(request, answer.getResponse());
        call.addListener(new CallEnd(() -> {}));
        call.setTimeout(longest.toMillis());
        if (bytes.length > 0) {
            call.getResponse().setContentLength(bytes.length);
        }
        Sending sending = new Sending(bytes, call);
        sending.out.setWriteListener(sending);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (sent < answer.length) {
                int piece = Math.min(PIECE, answer.length - sent);
                out.write(answer, sent, piece);
                sent += piece;
            } else if (!flushed) {
                flushed = true;
                out.flush();
            } else {
                call.complete();
                return;
            }
        }
    }

    /** The client has gone, or has not read for too long. */
    @Override
    public void onError(Throwable e) {
        call.complete();
    }
}
