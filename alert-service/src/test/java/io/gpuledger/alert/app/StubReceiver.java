package io.gpuledger.alert.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** A webhook receiver: answers as told, path by path, and remembers every call. */
final class StubReceiver implements AutoCloseable {

    /** What is answered. */
    record Reply(int status, Map<String, String> headers) {
        static final Reply OK = new Reply(200, Map.of());

        static Reply of(int status) {
            return new Reply(status, Map.of());
        }
    }

    /** One call and what it got. */
    record Call(Instant at, String path, String key, JsonNode body, int answered) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, IntFunction<Reply>> behaviour = new ConcurrentHashMap<>();

    StubReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
        int before = calls(path).size();
        Reply reply = behaviour.getOrDefault(path, any -> Reply.OK).apply(before);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        calls.add(new Call(Instant.now(), path, key, body, reply.status()));
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    /** @param reply by the number of calls before */
    void answers(String path, IntFunction<Reply> reply) {
        behaviour.put(path, reply);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    List<Call> taken(String path) {
        return calls(path).stream().filter(call -> call.answered() == 200).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
