package io.gpuledger.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.wire.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One service as a process that can be killed at any moment and started again. */
final class Actor {

    private static final Duration READY_MAX = Duration.ofSeconds(90);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String service;
    private final String name;
    private final int port;
    private final Path folder;
    private final Map<String, String> environment;
    private @Nullable Process process;

    Actor(String service, String name, int port, Path folder, Map<String, String> environment) {
        this.service = service;
        this.name = name;
        this.port = port;
        this.folder = folder;
        this.environment = environment;
    }

    Actor start() throws IOException {
        Path jar = Path.of("..", service, "target", "quarkus-app", "quarkus-run.jar")
                .toAbsolutePath();
        File log = folder.resolve(name + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-jar",
                jar.normalize().toString()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return this;
    }

    Actor awaitReady() {
        Awaitility.await(name + " is ready")
                .atMost(READY_MAX)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> status("/q/health/ready") == 200);
        return this;
    }

    /** As {@code kill -9} does: nothing is closed, nothing is said. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Lets it run for so long, and then kills it. */
    void killAfter(Duration time) throws InterruptedException {
        if (process != null) {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            kill();
        }
    }

    /** Posts JSON; the status, or 0 where nobody answers. */
    int post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .timeout(ANSWERED_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return status(request);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int status(String path) {
        return status(HttpRequest.newBuilder(uri(path)).build());
    }

    private static int status(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The answer as JSON; null where there is none, or not a good one. */
    @Nullable JsonNode get(String path) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Json.mapper().readTree(answer.body()) : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
