package io.gpuledger.alert.sink;

import io.gpuledger.alert.sink.net.Clients;
import io.gpuledger.alert.sink.net.Proxies;
import io.gpuledger.alert.sink.net.RetryAfter;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.alert.sink.net.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
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
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A request and its answer, nothing before and nothing after. Of what comes back a bounded part is kept. */
final class Wire implements AutoCloseable {

    static final int BODY_BYTES_MAX = 262_144;

    private static final Set<Integer> RETRIED = Set.of(408, 425, 429);
    private static final String BY_PROXY = "the proxy: ";

    private final Clients clients = new Clients();
    private final TargetGuard guard;
    private final InstantSource clock;
    private final String userAgent;

    /**
     * What is sent.
     *
     * @param within the whole of it
     */
    record Request(String method, URI target, Map<String, String> headers, byte @Nullable [] body, Duration within) {}

    Wire(TargetGuard guard, InstantSource clock, String userAgent) {
        this.guard = guard;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /** @throws IOException if a file that belongs to the way cannot be read or used now */
    Reply send(Request request, Transport transport) throws InterruptedException, IOException {
        Proxies.@Nullable Chosen proxy = transport.proxies().of(request.target());
        try {
            String objection = proxy == null ? guard.objection(request.target()) : objection(request.target(), proxy);
            return objection != null ? without(new Answer.Rejected(objection)) : sent(request, transport, proxy);
        } catch (UnknownHostException e) {
            return without(new Answer.Retry("the host is not known", null));
        } catch (IllegalArgumentException e) {
            return without(new Answer.Rejected("a header cannot be sent"));
        }
    }

    /** A name that only the proxy knows is the proxy's business. One the environment names is trusted as the environment is. */
    private @Nullable String objection(URI target, Proxies.Chosen proxy) throws UnknownHostException {
        String toProxy = proxy.fromFile()
                ? guard.objectionTo(String.valueOf(proxy.address().getHost()))
                : null;
        if (toProxy != null) {
            return BY_PROXY + toProxy;
        }
        try {
            return guard.objection(target);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    static Reply without(Answer answer) {
        return new Reply(answer, 0, Map.of(), new byte[0]);
    }

    private HttpRequest http(Request request, Map<String, String> forProxy) {
        byte[] body = request.body();
        HttpRequest.Builder http = HttpRequest.newBuilder(request.target())
                .setHeader("User-Agent", userAgent)
                .method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            http.setHeader("Content-Type", "application/json");
        }
        request.headers().forEach(http::setHeader);
        forProxy.forEach(http::setHeader);
        return http.build();
    }

    private Reply sent(Request request, Transport transport, Proxies.@Nullable Chosen proxy)
            throws InterruptedException, IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> forProxy =
                proxy == null ? Map.of() : transport.proxies().headersFor(proxy);
        CompletableFuture<HttpResponse<Void>> answer = clients.of(transport)
                .sendAsync(
                        http(request, forProxy),
                        BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(
                                bytes -> body.write(bytes, 0, Math.min(bytes.length, BODY_BYTES_MAX - body.size())))));
        long millis = request.within().toMillis();
        try {
            return read(answer.get(millis, TimeUnit.MILLISECONDS), body.toByteArray());
        } catch (TimeoutException e) {
            return without(new Answer.Retry("no answer within " + millis + " ms", null));
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
        return new Answer.Rejected(status / 100 == 3 ? detail + ", and it is not followed" : detail);
    }

    private @Nullable Duration retryAfter(Map<String, String> headers) {
        String header = headers.get("retry-after");
        return header == null ? null : RetryAfter.read(header, clock.instant());
    }

    /** The kind of failure only: messages of the client may hold the address. */
    private static String reason(@Nullable Throwable problem) {
        if (problem instanceof SSLException) {
            return "no connection: the certificates do not fit ("
                    + problem.getClass().getSimpleName() + ")";
        }
        return problem instanceof IOException
                ? "no connection (" + problem.getClass().getSimpleName() + ")"
                : "failed";
    }

    @Override
    public void close() {
        clients.close();
    }
}
