package io.gpuledger.alert.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A receiver at the other end: remembers every call, and answers as it is told. */
public final class Stub implements AutoCloseable {

    /** What came. */
    public record Got(String method, String path, String query, Map<String, List<String>> headers, String text) {

        public JsonNode body() {
            try {
                return text.isEmpty()
                        ? MissingNode.getInstance()
                        : Json.mapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What is answered; a status of 0 says nothing, and -1 cuts the connection. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public static final Reply SILENT = new Reply(0, Map.of(), "");
        public static final Reply CUT = new Reply(-1, Map.of(), "");

        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Got> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Got, Reply> behaviour = any -> Reply.of(200, "");

    public Stub() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    /** @param parameters what is asked of who calls, and which versions are spoken */
    public static Stub secure(SSLContext context, SSLParameters parameters) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters each) {
                each.setSSLParameters(parameters);
            }
        });
        return new Stub(server, "https");
    }

    private Stub(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Got got = new Got(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestURI().getQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        calls.add(got);
        Reply reply = behaviour.apply(got);
        if (reply.status() == 0) {
            awaitEnd();
        }
        if (reply.status() > 0) {
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void answers(Function<Got, Reply> told) {
        behaviour = told;
    }

    public void answers(int status, String body) {
        behaviour = any -> Reply.of(status, body);
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Got> calls() {
        return calls;
    }

    public Got last() {
        return calls.getLast();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
