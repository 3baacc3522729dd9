package io.gpuledger.alert.sink;

import io.gpuledger.alert.sink.net.RetryAfter;
import io.gpuledger.alert.sink.net.TargetGuard;
import java.io.ByteArrayOutputStream;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls over HTTP, once, and reads the status as an answer. Of what comes back a bounded part is kept. */
public final class HttpCaller implements AutoCloseable {

    static final int BODY_BYTES_MAX = 262_144;

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

    public Reply call(Call call) throws InterruptedException {
        URI target;
        try {
            target = URI.create(call.address().strip());
        } catch (IllegalArgumentException e) {
            return without(new Answer.Rejected("the address is not a URL"));
        }
        try {
            String objection = guard.objection(target);
            return objection != null ? without(new Answer.Rejected(objection)) : send(target, call);
        } catch (UnknownHostException e) {
            return without(new Answer.Retry("the host is not known", null));
        } catch (IllegalArgumentException e) {
            return without(new Answer.Rejected("a header cannot be sent"));
        }
    }

    private static Reply without(Answer answer) {
        return new Reply(answer, 0, Map.of(), new byte[0]);
    }

    private HttpRequest request(URI target, Call call) {
        byte[] body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .setHeader("User-Agent", userAgent)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private Reply send(URI target, Call call) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                request(target, call),
                BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                        bytes -> body.write(bytes, 0, Math.min(bytes.length, BODY_BYTES_MAX - body.size())))));
        try {
            return read(answer.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS), body.toByteArray());
        } catch (TimeoutException e) {
            return without(new Answer.Retry("no answer within " + call.timeout().toMillis() + " ms", null));
        } catch (ExecutionException e) {
            return without(new Answer.Retry(reason(e.getCause()), null));
        } finally {
            answer.cancel(true);
        }
    }

    private Reply read(HttpResponse<Void> response, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Reply(answer(response.statusCode(), headers), response.statusCode(), headers, body);
    }

    private Answer answer(int status, Map<String, String> headers) {
        String detail = "HTTP " + status;
        if (status / 100 == 2) {
            return new Answer.Delivered(detail);
        }
        if (status / 100 == 5 || RETRIED.contains(status)) {
            return new Answer.Retry(detail, retryAfter(headers));
        }
        return new Answer.Rejected(status / 100 == 3 ? detail + ", and redirects are not followed" : detail);
    }

    private @Nullable Duration retryAfter(Map<String, String> headers) {
        String header = headers.get("retry-after");
        return header == null ? null : RetryAfter.read(header, clock.instant());
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
