package io.gpuledger.cli.acks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.List;
import java.util.Map;

/** Asks alert-service over HTTP. */
final class AlertClient implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** The message says why in one line. */
    static final class Refused extends Exception {

        private final boolean badInput;

        Refused(String message, boolean badInput) {
            super(message);
            this.badInput = badInput;
        }

        /** Whether it is for the caller to ask otherwise. */
        boolean isBadInput() {
            return badInput;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI service;
    private final String base;

    AlertClient(URI service) throws Refused {
        if (!List.of("http", "https").contains(String.valueOf(service.getScheme())) || service.getHost() == null) {
            throw new Refused("--url must be an address such as http://127.0.0.1:8103, not '" + service + "'", true);
        }
        this.service = service;
        this.base = service.toString().replaceAll("/+$", "");
    }

    JsonNode groups() throws Refused {
        return answer(request("/v1/groups?limit=1000").GET());
    }

    JsonNode acknowledge(Map<String, String> ack) throws Refused {
        return answer(request("/v1/acks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json(ack))));
    }

    JsonNode withdraw(String group, String by) throws Refused {
        return answer(request("/v1/acks/" + URLEncoder.encode(group, UTF_8) + "?via=cli")
                .header("X-Changed-By", by)
                .DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_WITHIN);
    }

    private JsonNode answer(HttpRequest.Builder request) throws Refused {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            int status = response.statusCode();
            if (status != OK) {
                throw new Refused(problem(response), status == BAD_REQUEST || status == NOT_FOUND);
            }
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new Refused("the answer is none of alert-service; is --url its address?", false);
        } catch (ConnectException e) {
            throw new Refused("nobody answers at " + service + "; is it running? (./gpu-ledger status)", false);
        } catch (IOException e) {
            throw new Refused(service + " cannot be asked: " + e.getMessage(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", false);
        }
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            String detail = Json.mapper().readTree(answer.body()).path("detail").asText("");
            return detail.isEmpty() ? "HTTP " + answer.statusCode() : detail;
        } catch (JsonProcessingException e) {
            return "HTTP " + answer.statusCode();
        }
    }

    private static byte[] json(Map<String, String> fields) {
        try {
            return Json.mapper().writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an ack cannot be written", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
