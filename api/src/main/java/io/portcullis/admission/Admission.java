package io.portcullis.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;

/**
 * The first filter. A body without a good key is refused unread; one with a key is received before anybody else sees
 * its call; the answer is sent when it is complete. A thread is held only between the two, and by a bounded number of
 * calls of each kind. It decides nothing about what a key may do.
 */
public final class Admission implements Filter, AutoCloseable {

    private static final String RECEPTION = Reception.class.getName();
    private static final Refused NO_THREAD = Refused.overloaded("too many calls of this kind are being answered");

    private final Predicate<HttpServletRequest> hasGoodKey;
    private final AdmissionSettings settings;
    private final Calls refusedBodies;
    private final Lanes lanes;
    private final AtomicLong budget;
    private final SlowBodies slow;

    public Admission(Predicate<HttpServletRequest> hasGoodKey, AdmissionSettings settings) {
        this.hasGoodKey = hasGoodKey;
        this.settings = settings;
        this.slow = new SlowBodies(settings.bodies());
        this.refusedBodies = new Calls(settings.refusedBodies());
        this.lanes = new Lanes(settings);
        this.budget = new AtomicLong(settings.receivedBytes());
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            if (request.getAttribute(RECEPTION) instanceof Reception reception) {
                slow.forget(reception);
                answerReceived(reception, response, chain);
            }
            return;
        }
        boolean hasKey = hasGoodKey.test(request);
        if (!hasKey) {
            // One answer for a connection: nobody without a key can make the server work on and on.
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        if (!hasBody(request)) {
            answer(request, response, chain, hasKey);
        } else if (hasKey) {
            receive(request, response, chain);
        } else {
            refuseUnread(request, response);
        }
    }

    private void refuseUnread(HttpServletRequest request, HttpServletResponse response) throws IOException {
        close(Refused.NO_KEY, response);
        String address = request.getRemoteAddr();
        if (refusedBodies.begin(address)) {
            response.flushBuffer();
            AsyncContext call = request.startAsync();
            call.addListener(new CallEnd(() -> refusedBodies.end(address)));
            Drain.start(request, call);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Reception reception = new Reception(request, settings, budget);
        if (reception.isHere()) {
            answerReceived(reception, response, chain);
            return;
        }
        request.setAttribute(RECEPTION, reception);
        AsyncContext call = request.startAsync();
        call.setTimeout(0);
        call.addListener(new CallEnd(() -> end(reception)));
        slow.watch(reception);
        reception.start(call);
    }

    private void end(Reception reception) {
        slow.forget(reception);
        reception.release();
    }

    private void answerReceived(Reception reception, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Refused refused = reception.refused();
        if (refused != null) {
            close(refused, response);
            return;
        }
        answer(new ReceivedRequest(reception.request(), reception.handOver()), response, chain, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean hasKey)
            throws IOException, ServletException {
        Answer answer = new Answer(response);
        Refused malformed = Query.check(request);
        Semaphore threads = lanes.of(request, hasKey);
        if (malformed != null) {
            malformed.write(answer);
        } else if (threads.tryAcquire()) {
            try {
                chain.doFilter(request, answer);
            } finally {
                threads.release();
            }
        } else {
            NO_THREAD.write(answer);
        }
        Sending.start(answer, request, settings.longestAnswer());
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Answers and closes the connection, so that nothing more of it is read. */
    private static void close(Refused refused, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        refused.write(response);
    }

    @Override
    public void close() {
        slow.close();
    }
}
