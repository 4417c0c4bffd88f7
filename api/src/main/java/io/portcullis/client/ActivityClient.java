package io.portcullis.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends activities to a server, and tries again while it is overloaded or out of reach: sending twice does no harm,
 * because the server counts an {@code id} once.
 */
public final class ActivityClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int ATTEMPTS_TO_REACH = 5;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final URI target;
    private final @Nullable String key;
    private final Duration patience;

    /**
     * @param server its address, such as {@code http://127.0.0.1:8080}
     * @param key with the role {@code ingest}; null for none
     * @param patience for how long the server may keep saying that it is overloaded
     */
    public ActivityClient(URI server, @Nullable String key, Duration patience) {
        String address = server.toString();
        this.target = URI.create((address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                + "/v1/activities?history=true");
        this.key = key;
        this.patience = patience;
    }

    /**
     * @param ndjson one activity a line
     * @throws ServerUnusable when it did not take the request, now or later
     */
    public Receipt send(byte[] ndjson) throws ServerUnusable, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            HttpResponse<byte[]> response = post(ndjson);
            switch (response.statusCode()) {
                case 200, 202 -> {
                    return receipt(response);
                }
                case 400 -> {
                    Receipt receipt = receipt(response);
                    if (receipt.rejections().isEmpty()) {
                        throw refused(response);
                    }
                    return receipt;
                }
                case 429, 503 -> {
                    Duration wait = RetryAfter.of(response.headers(), Instant.now());
                    if (Instant.now().plus(wait).isAfter(deadline)) {
                        throw new ServerUnusable(
                                "the server has been overloaded for " + patience.toSeconds() + " s", null);
                    }
                    Thread.sleep(wait.toMillis());
                }
                default -> throw refused(response);
            }
        }
    }

    private HttpResponse<byte[]> post(byte[] ndjson) throws ServerUnusable, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(ndjson));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request.build(), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (attempt == ATTEMPTS_TO_REACH) {
                    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                    throw new ServerUnusable("no answer from " + target + ": " + why, e);
                }
                Thread.sleep(100L << attempt);
            }
        }
    }

    private Receipt receipt(HttpResponse<byte[]> response) throws ServerUnusable {
        try {
            return json.readValue(response.body(), Receipt.class);
        } catch (JacksonException e) {
            throw new ServerUnusable(
                    target + " answered " + response.statusCode() + " with something else than a receipt", e);
        }
    }

    private ServerUnusable refused(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String why =
                switch (status) {
                    case 401 ->
                        key == null
                                ? "it wants a key: give one in PORTCULLIS_KEY or with --key-file"
                                : "it does not know the key";
                    case 403 -> "the key has not the role ingest";
                    case 404, 405 -> "there is no Portcullis at this address";
                    case 413 -> "a request is larger than it takes";
                    default -> "it does not take the request";
                };
        return new ServerUnusable(response.uri() + " answered " + status + ": " + why, null);
    }
}
