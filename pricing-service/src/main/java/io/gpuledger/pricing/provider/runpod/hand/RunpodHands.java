package io.gpuledger.pricing.provider.runpod.hand;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import java.util.Set;

/**
 * Stops and terminates pods, and scales serverless endpoints to zero, over REST v2; pods over GraphQL where REST v2 is
 * retired.
 */
public final class RunpodHands {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String STOP = "{\"action\":\"stop\"}";
    private static final String NO_WORKERS = "{\"workers\":{\"min\":0,\"max\":0}}";
    /** What of a pod has come to rest already. */
    private static final Set<String> AT_REST = Set.of("EXITED", "TERMINATED", "ERROR");

    private final RunpodHttp http;

    public RunpodHands(RunpodHttp http) {
        this.http = http;
    }

    public FetchOutcome<Deed> act(Verb verb, String id) {
        InvalidValue.unless(ActionOrder.isId(id), "id", "must be an id");
        String pod = "/v2/pods/" + id;
        return switch (verb) {
            case STOP_POD -> orGraphql(
                    http.change("POST", pod + "/action", STOP).then(status -> ofPod(status, id)),
                    "podStop(input: {podId: \"" + id + "\"}) { id desiredStatus }");
            case TERMINATE_POD -> orGraphql(
                    http.change("DELETE", pod, null).then(status -> ofPod(status, id)),
                    "podTerminate(input: {podId: \"" + id + "\"})");
            case SCALE_ENDPOINT_TO_ZERO ->
                http.change("PATCH", "/v2/serverless/" + id, NO_WORKERS).then(RunpodHands::ofEndpoint);
        };
    }

    /** A pod that is not there needs nothing done; one that is in no state for it may be at rest already. */
    private FetchOutcome<Deed> ofPod(int status, String id) {
        return switch (status) {
            case NOT_FOUND -> FetchOutcome.fetched(Deed.ALREADY);
            case CONFLICT -> http.get("/v2/pods/" + id).then(RunpodHands::atRest);
            default -> FetchOutcome.fetched(Deed.DONE);
        };
    }

    private static FetchOutcome<Deed> atRest(JsonNode pod) {
        String status = pod.path("status").asText("");
        return AT_REST.contains(status)
                ? FetchOutcome.fetched(Deed.ALREADY)
                : FetchOutcome.failed(new Failure.Forbidden(
                        "the pod does not allow it" + (pod.path("locked").asBoolean() ? ": it is locked" : "")));
    }

    private static FetchOutcome<Deed> ofEndpoint(int status) {
        return switch (status) {
            case NOT_FOUND -> FetchOutcome.failed(new Failure.Forbidden("there is no such endpoint"));
            case CONFLICT -> FetchOutcome.failed(new Failure.Forbidden("the endpoint does not allow it"));
            default -> FetchOutcome.fetched(Deed.DONE);
        };
    }

    private FetchOutcome<Deed> orGraphql(FetchOutcome<Deed> rest, String mutation) {
        return rest.failure() instanceof Failure.Gone
                ? http.graphql("mutation { " + mutation + " }").then(RunpodHands::done)
                : rest;
    }

    /** Errors come with status 200 there; a mutation that answers null has been done. */
    private static FetchOutcome<Deed> done(JsonNode body) {
        JsonNode errors = body.path("errors");
        if (errors.isEmpty()) {
            return body.path("data").isObject()
                    ? FetchOutcome.fetched(Deed.DONE)
                    : FetchOutcome.failed(new Failure.Malformed("GraphQL answered without data"));
        }
        return "unauthorized".equalsIgnoreCase(errors.path(0).path("message").asText(""))
                ? FetchOutcome.failed(new Failure.Unauthorized("GraphQL lets this key not do it"))
                : FetchOutcome.failed(new Failure.Unavailable("GraphQL answered with an error", false));
    }
}
