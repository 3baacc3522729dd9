package io.gpuledger.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tries every operation that a service documents. */
public final class Doors {

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;

    private Doors(String service) {
        this.service = service;
    }

    /** Those of a service that listens on this machine. */
    public static Doors at(int port) {
        return new Doors("http://127.0.0.1:" + port);
    }

    /** What each answers to whoever shows this, as {@code GET /v1/costs -> 401}; nothing is shown where it is empty. */
    public Map<String, Integer> answers(String authorization) throws IOException, InterruptedException {
        return answers(operations(), shown(authorization));
    }

    /** What each that is no mere question answers to a page in a browser. */
    public Map<String, Integer> answersToPage(String origin) throws IOException, InterruptedException {
        return answers(
                operations().stream()
                        .filter(operation -> !operation.startsWith("GET "))
                        .toList(),
                Map.of("Origin", origin));
    }

    private Map<String, Integer> answers(List<String> operations, Map<String, String> headers)
            throws IOException, InterruptedException {
        Map<String, Integer> answers = new TreeMap<>();
        for (String operation : operations) {
            String[] words = operation.split(" ", 2);
            answers.put(operation, status(words[0], words[1], headers));
        }
        return answers;
    }

    /** Those that did not answer so. */
    public static List<String> other(Map<String, Integer> answers, int status) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() != status)
                .map(answer -> answer.getKey() + " -> " + answer.getValue())
                .collect(Collectors.toList());
    }

    private List<String> operations() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/q/openapi?format=json"))
                .header("Authorization", TestTokens.bearer("viewer"))
                .build();
        JsonNode paths = Json.mapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body())
                .path("paths");
        return paths.properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "x")))
                .toList();
    }

    /** What this answers, with its path as it is written. */
    public int status(String method, String path, String authorization) throws IOException, InterruptedException {
        return status(method, path, shown(authorization));
    }

    private static Map<String, String> shown(String authorization) {
        return authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
    }

    private int status(String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
