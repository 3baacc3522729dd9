package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;

/** Takes a GraphQL answer apart: errors come with status 200 there. */
final class GraphqlAnswer {

    private GraphqlAnswer() {}

    /** The data of an answer without errors. */
    static FetchOutcome<JsonNode> data(JsonNode body) {
        JsonNode errors = body.path("errors");
        if (errors.isMissingNode() || errors.isNull() || (errors.isArray() && errors.isEmpty())) {
            JsonNode data = body.path("data");
            return data.isObject()
                    ? FetchOutcome.fetched(data)
                    : FetchOutcome.failed(new Failure.Malformed("GraphQL answered without data"));
        }
        return FetchOutcome.failed(failure(errors));
    }

    /** The account of an answer; none, and no error, is how a missing key is answered. */
    static FetchOutcome<JsonNode> myself(JsonNode body) {
        return data(body).then(data -> {
            JsonNode myself = data.path("myself");
            if (myself.isObject()) {
                return FetchOutcome.fetched(myself);
            }
            return FetchOutcome.failed(
                    myself.isNull()
                            ? new Failure.Unauthorized("GraphQL shows no account to this key")
                            : new Failure.Malformed("GraphQL answered without an account"));
        });
    }

    private static Failure failure(JsonNode errors) {
        for (JsonNode error : errors) {
            String message = error.isTextual()
                    ? error.textValue()
                    : error.path("message").asText("");
            if (message.equalsIgnoreCase("unauthorized")) {
                return new Failure.Unauthorized("GraphQL lets this key not see the account");
            }
        }
        return new Failure.Unavailable("GraphQL answered with an error", false);
    }
}
