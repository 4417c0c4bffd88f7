package io.portcullis.admission;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs something once, when a call ends, however it does. */
final class CallEnd implements AsyncListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallEnd.class);

    private final Runnable end;

    CallEnd(Runnable end) {
        this.end = end;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete(event);
    }

    /** The client has gone. The container would make an error page for it. */
    @Override
    public void onError(AsyncEvent event) {
        complete(event);
    }

    private static void complete(AsyncEvent event) {
        UnreadBodyValve.leaveRest(event.getAsyncContext().getRequest());
        try {
            event.getAsyncContext().complete();
        } catch (IllegalStateException e) {
            LOGGER.debug("A call was complete already", e);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
