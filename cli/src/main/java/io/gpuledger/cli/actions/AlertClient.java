package io.gpuledger.cli.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks alert-service over HTTP. */
final class AlertClient implements AutoCloseable {

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
    private final String service;

    AlertClient(URI service) {
        this.service = service.toString().replaceAll("/+$", "");
    }

    JsonNode actions(String state, int limit) throws Refused {
        return answer(HttpRequest.newBuilder(URI.create(service + "/v1/actions?state=" + state + "&limit=" + limit))
                .GET());
    }

    /** @param verdict {@code approve} or {@code refuse} */
    JsonNode judge(String id, String verdict, Map<String, String> judgement) throws Refused {
        URI address = URI.create(service + "/v1/actions/" + URLEncoder.encode(id, UTF_8) + "/" + verdict);
        return answer(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Json.mapper().valueToTree(judgement).toString())));
    }

    private JsonNode answer(HttpRequest.Builder request) throws Refused {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
            JsonNode body = Json.mapper().readTree(response.body());
            if (response.statusCode() != OK) {
                String title = body.path("title").asText("HTTP " + response.statusCode());
                throw new Refused(title + ": " + body.path("detail").asText(""));
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
