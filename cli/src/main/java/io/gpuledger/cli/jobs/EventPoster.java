package io.gpuledger.cli.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.gpuledger.cli.service.Answered;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells events to pricing-service. Telling one twice is harmless, so a request that failed is sent again. */
public final class EventPoster {

    private static final int ATTEMPTS_MAX = 5;
    private static final int OK = 200;
    private static final Map<String, String> BATCH = Map.of("Content-Type", "application/cloudevents-batch+json");

    /** Too many requests; a gateway or a service that is not there right now. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final ServiceClient service;
    private final Duration pause;
    private boolean told;

    /**
     * @param service pricing-service
     * @param pause before the second attempt; longer before every further one
     */
    public EventPoster(ServiceClient service, Duration pause) {
        this.service = service;
        this.pause = pause;
    }

    /** Returns why events were refused, by their id; those it does not name were taken and are safe. */
    public Map<String, String> post(List<? extends Event> batch) throws Refused {
        HttpResponse<String> response = answer(body(batch));
        if (response.statusCode() != OK) {
            throw Refused.answered(
                    response.statusCode(), service.address() + " refused the import: " + Answered.problem(response));
        }
        return refusals(response.body(), batch.size());
    }

    private HttpResponse<String> answer(JsonNode body) throws Refused {
        String trouble = "";
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                HttpResponse<String> response = service.send("/v1/events", body, BATCH);
                if (!PASSING.contains(response.statusCode())) {
                    told = true;
                    return response;
                }
                trouble = service.address() + " cannot be told anything: " + Answered.problem(response);
            } catch (Refused e) {
                if (!e.isPassing() || (e.isNobodyThere() && !told)) {
                    throw e;
                }
                trouble = String.valueOf(e.getMessage());
            }
            rest(attempt);
        }
        throw Refused.unanswered(trouble);
    }

    private void rest(int attempt) throws Refused {
        try {
            Thread.sleep(attempt == ATTEMPTS_MAX ? Duration.ZERO : pause.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unanswered("interrupted");
        }
    }

    private static JsonNode body(List<? extends Event> batch) {
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
        return array;
    }

    private static Map<String, String> refusals(String body, int told) throws Refused {
        try {
            Map<String, String> refused = new HashMap<>();
            JsonNode results = Json.mapper().readTree(body).path("results");
            if (results.size() != told) {
                throw Refused.unanswered("the answer speaks of " + results.size() + " events, not of " + told
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
            throw Refused.unanswered("the answer is not JSON; is --url the address of pricing-service?");
        }
    }
}
