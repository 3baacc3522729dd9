package io.gpuledger.cli.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A webhook receiver for somebody who has none yet: shows every delivery as one line. */
final class DeliveryDisplay implements AutoCloseable {

    private static final int BYTES_MAX = 4_000_000;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;
    private final Consumer<String> show;

    private DeliveryDisplay(HttpServer server, Consumer<String> show) {
        this.server = server;
        this.show = show;
    }

    static DeliveryDisplay start(int port, Consumer<String> show) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        DeliveryDisplay display = new DeliveryDisplay(server, show);
        server.createContext("/", display::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return display;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BYTES_MAX);
            exchange.sendResponseHeaders(isShown(body) ? OK : BAD_REQUEST, -1);
        }
    }

    private boolean isShown(byte[] body) throws IOException {
        try {
            JsonNode payload = Json.mapper().readTree(body);
            if (!payload.isObject()) {
                return false;
            }
            show.accept(DeliveryLine.of(payload, LocalTime.now(ZoneId.systemDefault())));
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
