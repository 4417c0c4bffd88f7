package io.portcullis.security;

import io.portcullis.admission.Admission;
import io.portcullis.admission.AdmissionSettings;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;

/** Which role may make which call. What is not named here is the admin's alone. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    private static final String[] OPEN = {"/", "/actuator/health/**", "/v3/api-docs", "/v3/api-docs.yaml"};

    @Bean
    HttpFirewall firewall() {
        return new IdentifierFirewall();
    }

    /** Before all other filters, which see a call only when its body is here. */
    @Bean
    FilterRegistrationBean<Admission> admission(ApiKeys keys, AdmissionSettings settings) {
        Callers callers = new Callers(keys);
        FilterRegistrationBean<Admission> first = new FilterRegistrationBean<>(
                new Admission(request -> callers.of(request).isPresent(), settings));
        first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    SecurityFilterChain calls(HttpSecurity http, ApiKeys keys) {
        Refusal refusal = new Refusal();
        String admin = Role.ADMIN.name();
        String[] readers = {Role.QUERY.name(), Role.ANALYST.name(), admin};
        return http.authorizeHttpRequests(calls -> calls
                        // The dispatch of an error is a part of the call that was authorised already.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .requestMatchers("/v1/admin/**", "/actuator/**")
                        .hasAuthority(admin)
                        .requestMatchers(HttpMethod.POST, "/v1/activities", "/v1/decisions")
                        .hasAnyAuthority(Role.INGEST.name(), admin)
                        .requestMatchers(HttpMethod.GET, "/v1/**")
                        .hasAnyAuthority(readers)
                        .requestMatchers(HttpMethod.HEAD, "/v1/**")
                        .hasAnyAuthority(readers)
                        .anyRequest()
                        .hasAuthority(admin))
                .addFilterBefore(new KeyFilter(new Callers(keys)), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                // Keys come with every call, never from a browser by itself: no session to ride, so no CSRF.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
