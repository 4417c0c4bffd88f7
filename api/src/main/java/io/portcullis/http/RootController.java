package io.portcullis.http;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody finds who opens the server's address: where to read on. It says nothing of what the server holds. */
@RestController
@Hidden
public final class RootController {

    /** Paths, but for the name. */
    record Root(String name, String openapi, String health) {}

    @GetMapping("/")
    Root root() {
        return new Root("Portcullis", "/v3/api-docs", "/actuator/health");
    }
}
