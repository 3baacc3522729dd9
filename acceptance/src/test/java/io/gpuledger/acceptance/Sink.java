package io.gpuledger.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver that can be dead: it then answers 503 and takes nothing. */
final class Sink implements AutoCloseable {

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean dead;

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message = Json.mapper().readTree(exchange.getRequestBody());
        if (dead) {
            refused.incrementAndGet();
        } else {
            taken.add(message);
        }
        exchange.sendResponseHeaders(dead ? 503 : 200, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void dead(boolean now) {
        dead = now;
    }

    int refused() {
        return refused.get();
    }

    /** The messages of a receiver that tell of a rule in a state. */
    List<JsonNode> told(String receiver, String rule, String status) {
        return taken.stream()
                .filter(message -> message.path("receiver").asText().equals(receiver))
                .filter(message ->
                        message.path("alerts").findValuesAsText("alertname").contains(rule))
                .filter(message -> message.path("status").asText().equals(status))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
