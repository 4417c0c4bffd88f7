package io.portcullis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a caller with a good key known. One with a bad key stays unknown, as one without any. */
final class KeyFilter extends OncePerRequestFilter {

    private final Callers callers;

    KeyFilter(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        callers.of(request).ifPresent(key -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new KeyAuthentication(key));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
