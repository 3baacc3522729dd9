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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver that can be dead: it then answers 503 and takes nothing. Or it takes, and holds its answers back. */
final class Sink implements AutoCloseable {

    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean dead;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    /**
     * A call that was taken.
     *
     * @param key its {@code Idempotency-Key}
     * @param nanos when, as {@code System.nanoTime} counts
     */
    record Taken(String key, JsonNode message, long nanos) {}

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message = Json.mapper().readTree(exchange.getRequestBody());
        if (dead) {
            refused.incrementAndGet();
        } else {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            taken.add(new Taken(String.valueOf(key), message, System.nanoTime()));
        }
        int status = dead ? 503 : 200;
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** From now on it answers nobody. */
    void hold() {
        answering = new CountDownLatch(1);
    }

    /** Answers whoever waits, and all who come. */
    void release() {
        answering.countDown();
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

    /** All that was taken, in order. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** The messages of a receiver that tell of a rule in a state. */
    List<JsonNode> told(String receiver, String rule, String status) {
        return taken.stream()
                .map(Taken::message)
                .filter(message -> message.path("receiver").asText().equals(receiver))
                .filter(message ->
                        message.path("alerts").findValuesAsText("alertname").contains(rule))
                .filter(message -> message.path("status").asText().equals(status))
                .toList();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
