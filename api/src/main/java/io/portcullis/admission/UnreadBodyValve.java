package io.portcullis.admission;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection after an answer to a request whose body was not read to its end. By itself Tomcat would first
 * read the rest, with a thread that waits for it.
 */
public final class UnreadBodyValve extends ValveBase {

    private static final String LEAVE = UnreadBodyValve.class.getName();

    public UnreadBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(LEAVE, (Runnable) () -> leave(request));
        getNext().invoke(request, response);
        if (!request.isAsync()) {
            leave(request);
        }
    }

    private static void leave(Request request) {
        if (!request.isFinished()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** The rest of the body is not read. To be called just before the call is completed. */
    static void leaveRest(ServletRequest request) {
        if (request.getAttribute(LEAVE) instanceof Runnable leave) {
            leave.run();
        }
    }
}
