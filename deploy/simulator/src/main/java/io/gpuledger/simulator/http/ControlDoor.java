package io.gpuledger.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.fleet.Fleet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The simulator's own switchboard: faults on and off, and what is being simulated. Needs no key. */
final class ControlDoor {

    private final Fleet fleet;
    private final Faults faults;

    ControlDoor(Fleet fleet, Faults faults) {
        this.fleet = fleet;
        this.faults = faults;
    }

    Answer answer(Request request, Instant now) {
        return switch (request.method() + " " + request.segment(1)) {
            case "GET state" -> Answer.json(200, state(now));
            case "POST faults" -> show(request);
            case "DELETE faults" -> {
                faults.clear();
                yield Answer.empty();
            }
            default -> Answer.notFound();
        };
    }

    private Answer show(Request request) {
        try {
            JsonNode body = Answer.MAPPER.readTree(request.body());
            Optional<Fault> fault = Fault.named(body.path("name").asText(""));
            if (fault.isEmpty()) {
                return Answer.problem(422, "Unprocessable Entity", "name must be one of " + Fault.words());
            }
            FaultOrder order = FaultOrder.always(fault.get());
            faults.show(new FaultOrder(
                    order.fault(),
                    FaultOrder.Api.valueOf(body.path("on").asText("all").toUpperCase(Locale.ROOT)),
                    body.path("count").asLong(order.count()),
                    body.path("retryAfter").asInt(order.retryAfter()),
                    Duration.ofMillis(
                            body.path("delayMillis").asLong(order.delay().toMillis()))));
            return Answer.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Answer.problem(422, "Unprocessable Entity", "on must be rest, graphql or all");
        }
    }

    private Map<String, Object> state(Instant now) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("begin", fleet.begin().toString());
        state.put("now", now.toString());
        state.put("second", Duration.between(fleet.begin(), now).toSeconds());
        state.put("pods", fleet.pods(now).size());
        state.put("spendPerHour", fleet.spendPerHour(now));
        state.put("balance", fleet.balance(now));
        state.put(
                "faults",
                faults.shown().stream().map(order -> order.fault().word()).toList());
        return state;
    }
}
