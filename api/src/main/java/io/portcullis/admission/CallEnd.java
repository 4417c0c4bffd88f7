package io.portcullis.admission;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Runs something once, when a call ends, however it does. */
final class CallEnd implements AsyncListener {

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
        UnreadBodyValve.leaveRest(event.getAsyncContext().getRequest());
        event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
