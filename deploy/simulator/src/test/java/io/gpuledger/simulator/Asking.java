package io.gpuledger.simulator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that has the key. */
final class Asking {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Asking(URI base) {
        this.base = base;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "Authorization", "Bearer simulated");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(get(path).body());
    }

    HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        String body = MAPPER.createObjectNode().put("query", query).toString();
        return send("POST", "/graphql", body, "Authorization", "Bearer simulated");
    }

    JsonNode data(String query) throws IOException, InterruptedException {
        return MAPPER.readTree(ask(query).body()).path("data");
    }

    static JsonNode read(String json) throws IOException {
        return MAPPER.readTree(json);
    }
}
