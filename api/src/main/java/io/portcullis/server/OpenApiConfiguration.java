package io.portcullis.server;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document cannot find in the code: the shapes that are read and written as bytes. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI document() throws IOException {
        try (InputStream json = Objects.requireNonNull(getClass().getResourceAsStream("openapi.json"))) {
            return Json31.mapper().readValue(json, OpenAPI.class);
        }
    }

    @Bean
    OpenApiCustomizer problems() {
        return document -> document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .forEach(operations -> operations.forEach(operation -> operation
                        .getResponses()
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"))));
    }
}
