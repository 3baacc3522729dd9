package io.gpuledger.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.cli.service.Answered;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.wire.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks ledger-service what its configuration is, and to change it. */
public record LedgerClient(ServiceClient service) {

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    public List<ConfigChanged> inForce() throws Refused {
        try {
            List<ConfigChanged> resources = new ArrayList<>();
            for (JsonNode resource : service.get("/v1/config", Map.of()).path("resources")) {
                resources.add(Json.mapper().treeToValue(resource, ConfigChanged.class));
            }
            return resources;
        } catch (JsonProcessingException e) {
            throw Refused.unanswered("the answer is none of ledger-service; is --url its address?");
        }
    }

    /** All of them, or none. */
    public void change(List<Change> changes, String by) throws Refused {
        HttpResponse<String> answer = service.send(
                "/v1/config/changes",
                Json.mapper().valueToTree(Map.of("changes", changes)),
                Map.of("Content-Type", "application/json", ServiceClient.BY, by));
        String why = "nothing was changed: " + Answered.problem(answer);
        switch (answer.statusCode()) {
            case OK -> {}
            case CONFLICT -> throw Refused.conflict(why);
            default -> throw Refused.answered(answer.statusCode(), why);
        }
    }
}
