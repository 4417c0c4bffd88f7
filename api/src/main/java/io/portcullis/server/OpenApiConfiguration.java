package io.portcullis.server;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document cannot find in the code: the shapes that are read and written as bytes. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** Relative: whatever host a client names, the document does not repeat it. */
    @Bean
    OpenAPI document() {
        return new OpenAPI().servers(List.of(new Server().url("/")));
    }

    /** Runs when the document is first asked for, not at the start: its mapper takes its time to load. */
    @Bean
    OpenApiCustomizer described() {
        return document -> {
            OpenAPI ours = read();
            document.info(ours.getInfo()).security(ours.getSecurity());
            Components components = document.getComponents() == null ? new Components() : document.getComponents();
            components.securitySchemes(ours.getComponents().getSecuritySchemes());
            components.responses(ours.getComponents().getResponses());
            ours.getComponents().getSchemas().forEach(components::addSchemas);
            document.components(components);
            document.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .forEach(operations -> operations.forEach(operation -> operation
                            .getResponses()
                            .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"))));
        };
    }

    private OpenAPI read() {
        try (InputStream json = Objects.requireNonNull(getClass().getResourceAsStream("openapi.json"))) {
            return Json31.mapper().readValue(json, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
