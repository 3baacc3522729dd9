package io.gpuledger.pricing.provider.runpod.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gpuledger.common.wire.Json;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door to RunPod's HTTP APIs: sends once, within time and size, and says how it ended. */
public final class RunpodHttp {

    /** Where RunPod is when an account's settings say nothing else. */
    public static final URI PUBLIC_URL = URI.create("https://api.runpod.io");

    private static final Set<Integer> DECIDING = Set.of(200, 202, 204, 404, 409);

    /**
     * How far it goes.
     *
     * @param userAgent sent with every request; the firewall turns nameless clients away
     * @param connectTimeout for the connection
     * @param answerTimeout for the whole answer
     * @param bytesMax size of an answer
     */
    public record Limits(String userAgent, Duration connectTimeout, Duration answerTimeout, long bytesMax) {}

    private final HttpClient client;
    private final URI base;
    private final Supplier<String> key;
    private final Limits limits;
    private final InstantSource clock;

    /** @param key asked for the API key at each use */
    public RunpodHttp(URI base, Supplier<String> key, Limits limits, InstantSource clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connectTimeout())
                .followRedirects(Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.base = base;
        this.key = key;
        this.limits = limits;
        this.clock = clock;
    }

    public FetchOutcome<JsonNode> get(String pathAndQuery) {
        return send(request(pathAndQuery).GET().build());
    }

    public FetchOutcome<JsonNode> graphql(String query) {
        String body = JsonNodeFactory.instance.objectNode().put("query", query).toString();
        return send(request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Changes something, once.
     *
     * @param json absent where there is none
     * @return the status of an answer that decides: done, not there, or not in this state
     */
    public FetchOutcome<Integer> change(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(path);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return exchange(request.method(
                                method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                        .build())
                .then(response -> DECIDING.contains(response.statusCode())
                        ? FetchOutcome.fetched(response.statusCode())
                        : FetchOutcome.failed(failure(response)));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        String root = base.toString();
        return HttpRequest.newBuilder(
                        URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + pathAndQuery))
                .timeout(limits.answerTimeout())
                .header("Authorization", "Bearer " + key.get())
                .header("Accept", "application/json")
                .header("User-Agent", limits.userAgent());
    }

    private FetchOutcome<JsonNode> send(HttpRequest request) {
        return exchange(request).then(this::read);
    }

    private FetchOutcome<HttpResponse<byte[]>> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(limits.bytesMax()));
        try {
            return FetchOutcome.fetched(answer.get(limits.answerTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return timedOut();
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FetchOutcome.failed(new Failure.Unavailable("interrupted", false));
        } finally {
            answer.cancel(true);
        }
    }

    private <T> FetchOutcome<T> failed(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof BoundedBody.TooLarge) {
                return FetchOutcome.failed(new Failure.Malformed(String.valueOf(t.getMessage())));
            }
            if (t instanceof java.net.http.HttpTimeoutException) {
                return timedOut();
            }
        }
        if (problem instanceof IOException) {
            return FetchOutcome.failed(new Failure.Unavailable(
                    "no connection: " + problem.getClass().getSimpleName(), false));
        }
        throw new IllegalStateException("asking the provider failed in a way that is a bug", problem);
    }

    private <T> FetchOutcome<T> timedOut() {
        return FetchOutcome.failed(new Failure.TimedOut("no answer within " + limits.answerTimeout()));
    }

    private FetchOutcome<JsonNode> read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return FetchOutcome.failed(failure(response));
        }
        try {
            JsonNode body = Json.mapper().readTree(new String(response.body(), StandardCharsets.UTF_8));
            return body.isContainerNode()
                    ? new FetchOutcome.Fetched<>(body, RateLimitHeaders.exhausted(response.headers()))
                    : FetchOutcome.failed(new Failure.Malformed("the answer is neither a JSON object nor a list"));
        } catch (JsonProcessingException e) {
            return FetchOutcome.failed(new Failure.Malformed("the answer is not JSON"));
        }
    }

    private Failure failure(HttpResponse<byte[]> response) {
        String detail =
                "status " + response.statusCode() + " from " + response.uri().getPath();
        return switch (response.statusCode()) {
            case 401 -> new Failure.Unauthorized(detail);
            case 403 -> new Failure.Forbidden(detail);
            case 404, 410 -> new Failure.Gone(detail);
            case 429 ->
                new Failure.RateLimited(detail, RateLimitHeaders.retryAfter(response.headers(), clock.instant()));
            case 400, 405, 422 -> new Failure.Malformed(detail);
            default -> new Failure.Unavailable(detail, response.statusCode() >= 500);
        };
    }
}
