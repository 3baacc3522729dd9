package io.gpuledger.alert.sink;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts JSON over HTTP, once, and reads the status as an answer. What the receiver writes back is not looked at. */
public final class HttpCaller implements AutoCloseable {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);
    private static final Set<Integer> RETRIED = Set.of(408, 425, 429);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTED_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final TargetGuard guard;
    private final InstantSource clock;
    private final String userAgent;

    public HttpCaller(TargetGuard guard, InstantSource clock, String userAgent) {
        this.guard = guard;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /** @param timeout for the whole call, its answer included */
    public Answer post(String address, Map<String, String> headers, byte[] body, Duration timeout)
            throws InterruptedException {
        URI target;
        try {
            target = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            return new Answer.Rejected("the address is not a URL");
        }
        try {
            String objection = guard.objection(target);
            return objection != null ? new Answer.Rejected(objection) : call(request(target, headers, body), timeout);
        } catch (UnknownHostException e) {
            return new Answer.Retry("the host is not known", null);
        }
    }

    private HttpRequest request(URI target, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .header("User-Agent", userAgent)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private Answer call(HttpRequest request, Duration timeout) throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return read(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Answer.Retry("no answer within " + timeout.toMillis() + " ms", null);
        } catch (ExecutionException e) {
            return new Answer.Retry(reason(e.getCause()), null);
        } finally {
            answer.cancel(true);
        }
    }

    private Answer read(HttpResponse<Void> response) {
        int status = response.statusCode();
        String detail = "HTTP " + status;
        if (status / 100 == 2) {
            return new Answer.Delivered(detail);
        }
        if (status / 100 == 5 || RETRIED.contains(status)) {
            Duration after = response.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.read(header, clock.instant()))
                    .orElse(null);
            return new Answer.Retry(detail, after);
        }
        return new Answer.Rejected(status / 100 == 3 ? detail + ", and redirects are not followed" : detail);
    }

    /** The kind of failure only: messages of the client may hold the address. */
    private static String reason(@Nullable Throwable problem) {
        return problem instanceof IOException
                ? "no connection (" + problem.getClass().getSimpleName() + ")"
                : "failed";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
