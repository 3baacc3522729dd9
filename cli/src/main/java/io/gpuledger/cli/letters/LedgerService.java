package io.gpuledger.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks ledger-service over HTTP. */
final class LedgerService implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** It did not do its part; the message says why in one line. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;

    LedgerService(URI service) {
        this.service = service;
    }

    JsonNode get(String path, Map<String, String> parameters) throws Refused {
        return answer(HttpRequest.newBuilder(uri(path, parameters)).GET());
    }

    JsonNode post(String path, Map<String, String> parameters) throws Refused {
        return answer(HttpRequest.newBuilder(uri(path, parameters)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private URI uri(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(service.toString().replaceAll("/+$", "") + path + (query.isEmpty() ? "" : "?" + query));
    }

    private JsonNode answer(HttpRequest.Builder request) throws Refused {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
            JsonNode body = Json.mapper().readTree(response.body());
            if (response.statusCode() != OK) {
                throw new Refused(body.path("detail").asText("HTTP " + response.statusCode()));
            }
            return body;
        } catch (ConnectException e) {
            throw new Refused("nobody answers at " + service + "; is it running? (./gpu-ledger status)");
        } catch (IOException e) {
            throw new Refused(service + " cannot be asked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
