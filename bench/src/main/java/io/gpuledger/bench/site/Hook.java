package io.gpuledger.bench.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver that takes everything, and knows which alerts it was told of and when. */
public final class Hook implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Long> firstToldAt = new ConcurrentHashMap<>();
    private final AtomicInteger notifications = new AtomicInteger();
    private volatile long lastAt = System.nanoTime();

    public Hook() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
        for (JsonNode alert : body.path("alerts")) {
            JsonNode labels = alert.path("labels");
            firstToldAt.putIfAbsent(
                    labels.path("owner").asText() + "/" + labels.path("pod").asText(), now);
        }
        notifications.incrementAndGet();
        lastAt = now;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** How many alerts it knows. */
    public int alerts() {
        return firstToldAt.size();
    }

    public int notifications() {
        return notifications.get();
    }

    /** When the last notification came, in nanoseconds of {@link System#nanoTime}. */
    public long lastAt() {
        return lastAt;
    }

    /** When it was first told of an alert, as above; waits for it. */
    public long toldAt(String owner, String pod, Child alive) {
        String key = owner + "/" + pod;
        Waiting.until("somebody is told of " + key, () -> firstToldAt.containsKey(key), alive);
        return firstToldAt.getOrDefault(key, 0L);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
