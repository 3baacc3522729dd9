package io.gpuledger.cli.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The world outside: takes events as the address {@code /v1/events} does, or fails as told. */
final class Receiver implements AutoCloseable {

    final List<JobRecorded> jobs = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    /** Why an owner's jobs are refused. */
    final Map<String, String> refusals = new ConcurrentHashMap<>();

    /** Statuses of the next answers; then it is well again. */
    final Deque<Integer> failures = new ArrayDeque<>();

    /** What it says instead of what became of the events. */
    String insteadOfResults = "";

    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/events", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode events = Json.mapper().readTree(exchange.getRequestBody());
        Integer failure = failures.poll();
        if (failure != null) {
            answer(exchange, failure, "{\"detail\":\"Kafka is away\"}");
            return;
        }
        batches.add(events.size());
        ArrayNode results = Json.mapper().createArrayNode();
        for (JsonNode event : events) {
            results.add(result(event));
        }
        String body = Json.mapper().createObjectNode().set("results", results).toString();
        answer(exchange, 200, insteadOfResults.isEmpty() ? body : insteadOfResults);
    }

    private ObjectNode result(JsonNode event) throws IOException {
        JobRecorded job = Json.mapper().treeToValue(event.get("data"), JobRecorded.class);
        ObjectNode result =
                Json.mapper().createObjectNode().put("id", event.get("id").asText());
        String refusal = refusals.get(job.owner());
        if (refusal == null) {
            jobs.add(job);
            return result.put("accepted", true);
        }
        return result.put("refused", refusal);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
