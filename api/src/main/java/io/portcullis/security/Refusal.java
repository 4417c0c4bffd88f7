package io.portcullis.security;

import io.portcullis.admission.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403, as problem details. */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Refused NO_ROLE =
            new Refused(HttpStatus.FORBIDDEN.value(), "this key has no role that may do this");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        Refused.NO_KEY.write(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        NO_ROLE.write(response);
    }
}
