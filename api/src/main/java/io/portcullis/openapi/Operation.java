package io.portcullis.openapi;

import java.util.List;

/**
 * What an OpenAPI file says of one call.
 *
 * @param method in capitals
 * @param path the template with the server's prefix, every variable a segment of its own: {@code /v1/orders/{id}}
 * @param open whether it asks for no credentials
 */
public record Operation(
        String method, String path, String operationId, List<String> tags, String summary, boolean open) {

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    boolean endsWithVariable() {
        return path.endsWith("}");
    }
}
