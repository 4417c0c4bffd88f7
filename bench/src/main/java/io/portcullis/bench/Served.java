package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** A server of its own process and data folder, as {@code ./portcullis serve} starts it. */
final class Served implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final Scratch scratch;
    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final double secondsUntilReady;

    Served() throws IOException, InterruptedException {
        scratch = new Scratch();
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        Path output = scratch.folder().resolve("output");
        long start = System.nanoTime();
        process = Launcher.start(
                output.toFile(),
                List.of(
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data().toString(),
                        "--horizon",
                        Long.toString(Traffic.ANY_AGE.toDays())));
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE) {
                process.destroyForcibly();
                throw new IOException("serve does not become ready: " + Files.readString(output));
            }
            Thread.sleep(20);
        }
        secondsUntilReady = (System.nanoTime() - start) / 1e9;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path data() {
        return scratch.folder().resolve("data");
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    double secondsUntilReady() {
        return secondsUntilReady;
    }

    URI address() {
        return address;
    }

    String adminKey() throws IOException {
        return Files.readString(data().resolve("admin.key")).strip();
    }

    /** Requests for the decisions about activities. */
    List<HttpPost> decisions(List<Activity> activities) throws IOException {
        ActivityWriter writer = new ActivityWriter();
        String authorization = "Bearer " + adminKey();
        return activities.stream()
                .map(activity -> {
                    HttpPost request = new HttpPost(address.resolve("/v1/decisions"));
                    request.setHeader("Authorization", authorization);
                    request.setEntity(new ByteArrayEntity(writer.write(activity), ContentType.APPLICATION_JSON));
                    return request;
                })
                .toList();
    }

    /** What it has done until now. */
    ServerWork work() throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + adminKey())
                .build();
        return ServerWork.of(http.send(metrics, BodyHandlers.ofString()).body());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}
