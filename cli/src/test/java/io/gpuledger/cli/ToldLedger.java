package io.gpuledger.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a configuration as ledger-service does: versions, and all changes or none. */
final class ToldLedger implements AutoCloseable {

    final Map<String, ConfigChanged> resources = new TreeMap<>();

    /** Somebody else changes everything between a question and the next request. */
    boolean othersAreFaster;

    private final HttpServer server;
    private long version;

    ToldLedger() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/config", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void keep(Change change, ManagedBy manager) {
        version++;
        ConfigChanged kept = new ConfigChanged(
                change.kind(),
                change.name(),
                version,
                Instant.parse("2026-11-20T10:00:00Z"),
                "gpu-ledger.yaml",
                manager,
                change.value());
        if (kept.isDeleted()) {
            resources.remove(kept.key());
        } else {
            resources.put(kept.key(), kept);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, Map.of("version", version, "resources", resources.values()));
            return;
        }
        JsonNode changes = Json.mapper().readTree(exchange.getRequestBody()).path("changes");
        for (JsonNode change : changes) {
            Change read = Json.mapper().treeToValue(change, Change.class);
            ConfigChanged now = resources.get(read.key());
            long known = now == null ? 0 : now.version();
            if (othersAreFaster || read.expectedVersion() == null || read.expectedVersion() != known) {
                answer(exchange, 409, Map.of("detail", read.key() + " has another version"));
                return;
            }
        }
        for (JsonNode change : changes) {
            keep(Json.mapper().treeToValue(change, Change.class), ManagedBy.REST);
        }
        answer(exchange, 200, Map.of("version", version));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
