package io.gpuledger.cli.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gpuledger.cli.service.Answered;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells events to pricing-service. Telling one twice is harmless, so a request that failed is sent again. */
public final class EventPoster implements AutoCloseable {

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int OK = 200;

    /** Too many requests; a gateway or a service that is not there right now. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI service;
    private final URI events;
    private final Duration pause;
    private final OwnToken token;
    private boolean told;

    /**
     * @param service base address of pricing-service
     * @param pause before the second attempt; longer before every further one
     */
    public EventPoster(URI service, Duration pause, OwnToken token) {
        this.token = token;
        this.service = service;
        this.events = URI.create(service.toString().replaceAll("/+$", "") + "/v1/events");
        this.pause = pause;
    }

    /** Returns why events were refused, by their id; those it does not name were taken and are safe. */
    public Map<String, String> post(List<? extends Event> batch) throws CannotImport {
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .header("Content-Type", "application/cloudevents-batch+json")
                .timeout(ANSWER_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(batch)));
        show(request);
        HttpResponse<String> response = answer(request.build());
        if (Answered.wantsToken(response.statusCode())) {
            throw CannotImport.badInput(service + " refused the import: " + Answered.problem(response));
        }
        if (response.statusCode() != OK) {
            throw CannotImport.notTaken(service + " refused the import: " + Answered.problem(response));
        }
        return refusals(response.body(), batch.size());
    }

    @Override
    public void close() {
        client.close();
    }

    private void show(HttpRequest.Builder request) throws CannotImport {
        try {
            token.showIn(request);
        } catch (OwnToken.Unusable e) {
            throw CannotImport.badInput(String.valueOf(e.getMessage()));
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws CannotImport {
        String trouble = "";
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (!PASSING.contains(response.statusCode())) {
                    told = true;
                    return response;
                }
                trouble = Answered.problem(response);
            } catch (ConnectException e) {
                trouble = "nobody answers there; is it running? (./gpu-ledger status)";
                if (!told) {
                    break;
                }
            } catch (IOException e) {
                trouble = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CannotImport.notTaken("interrupted");
            }
            rest(attempt);
        }
        throw CannotImport.notTaken(service + " cannot be told anything: " + trouble);
    }

    private void rest(int attempt) throws CannotImport {
        try {
            Thread.sleep(attempt == ATTEMPTS_MAX ? Duration.ZERO : pause.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotImport.notTaken("interrupted");
        }
    }

    private static byte[] body(List<? extends Event> batch) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (Event event : batch) {
            array.addObject()
                    .put("specversion", "1.0")
                    .put("id", event.id())
                    .put("source", "/cli/import")
                    .put("type", EventType.of(event).name())
                    .put("time", event.at().toString())
                    .put("datacontenttype", "application/json")
                    .set("data", Json.mapper().valueToTree(event));
        }
        try {
            return Json.mapper().writeValueAsBytes(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("events cannot be written", e);
        }
    }

    private static Map<String, String> refusals(String body, int told) throws CannotImport {
        try {
            Map<String, String> refused = new HashMap<>();
            JsonNode results = Json.mapper().readTree(body).path("results");
            if (results.size() != told) {
                throw CannotImport.notTaken("the answer speaks of " + results.size() + " events, not of " + told
                        + "; is --url the address of pricing-service?");
            }
            for (JsonNode result : results) {
                if (result.hasNonNull("refused")) {
                    refused.put(
                            result.path("id").asText(), result.path("refused").asText());
                }
            }
            return refused;
        } catch (JsonProcessingException e) {
            throw CannotImport.notTaken("the answer is not JSON; is --url the address of pricing-service?");
        }
    }
}
