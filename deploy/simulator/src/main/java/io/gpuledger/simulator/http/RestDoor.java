package io.gpuledger.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.fleet.SimulatedPod;
import io.gpuledger.simulator.scenario.Gpu;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** REST v2: pods, what is on offer, what was billed. */
final class RestDoor {

    private final Fleet fleet;
    private final BillingDoor billing;

    RestDoor(Fleet fleet) {
        this.fleet = fleet;
        this.billing = new BillingDoor(fleet);
    }

    Answer answer(Request request, Instant now, @Nullable Fault fault) {
        return switch (request.segment(1)) {
            case "pods" -> pods(request, now, fault);
            case "catalog" ->
                request.segment(2).equals("gpus")
                        ? Answer.json(200, Map.of("gpus", gpus(fault == Fault.STRING_PRICES)))
                        : Answer.notFound();
            case "billing" -> billing.answer(request, now, fault == Fault.DEAR_BILLS);
            default -> Answer.notFound();
        };
    }

    private Answer pods(Request request, Instant now, @Nullable Fault fault) {
        if (request.path().size() == 2) {
            return list(request, now, fault);
        }
        Optional<SimulatedPod> found = fleet.pod(request.segment(2), now);
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        SimulatedPod pod = found.get();
        if (request.path().size() == 3) {
            return switch (request.method()) {
                case "GET" -> show(pod, now, fault);
                case "DELETE" -> act(pod, "terminate", now);
                default -> notAllowed();
            };
        }
        return request.segment(3).equals("action") && request.method().equals("POST")
                ? act(pod, action(request), now)
                : Answer.notFound();
    }

    private Answer list(Request request, Instant now, @Nullable Fault fault) {
        if (!request.method().equals("GET")) {
            return notAllowed();
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(
                "pods",
                fault == Fault.NULL_PODS
                        ? null
                        : fleet.pods(now).stream()
                                .map(pod -> PodViews.rest(pod, now, fault == Fault.STRING_PRICES))
                                .toList());
        return Answer.json(200, body);
    }

    private static Answer show(SimulatedPod pod, Instant now, @Nullable Fault fault) {
        return Answer.json(200, PodViews.rest(pod, now, fault == Fault.STRING_PRICES));
    }

    private static String action(Request request) {
        try {
            JsonNode body = Answer.MAPPER.readTree(request.body());
            return body.path("action").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private Answer act(SimulatedPod pod, String action, Instant now) {
        return switch (action) {
            case "start" -> become(pod, Phase.EXITED, Phase.RUNNING, now);
            case "restart" -> become(pod, Phase.RUNNING, Phase.RUNNING, now);
            case "stop" -> become(pod, Phase.RUNNING, Phase.EXITED, now);
            case "terminate" -> {
                fleet.become(pod, Phase.TERMINATED, now);
                yield Answer.empty();
            }
            default -> Answer.problem(422, "Unprocessable Entity", "Request validation failed.");
        };
    }

    private Answer become(SimulatedPod pod, Phase needed, Phase phase, Instant now) {
        if (pod.phase(now) != needed) {
            return Answer.problem(409, "Conflict", "the action is not valid for a pod that is " + pod.phase(now));
        }
        fleet.become(pod, phase, now);
        return show(pod, now, null);
    }

    private List<Map<String, Object>> gpus(boolean pricesAsText) {
        return fleet.scenario().gpus().stream()
                .map(gpu -> gpu(gpu, pricesAsText))
                .toList();
    }

    private static Map<String, Object> gpu(Gpu gpu, boolean pricesAsText) {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("secure", PodViews.price(orZero(gpu.secure()), pricesAsText));
        price.put("community", PodViews.price(orZero(gpu.community()), pricesAsText));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", gpu.id());
        view.put("name", gpu.name());
        view.put("manufacturer", gpu.id().startsWith("AMD") ? "AMD" : "NVIDIA");
        view.put("memory", gpu.memory());
        view.put("secure", gpu.secure() != null);
        view.put("community", gpu.community() != null);
        view.put("price", price);
        view.put("availability", "HIGH");
        return view;
    }

    /** The provider's placeholder where a cloud does not offer the model. */
    private static BigDecimal orZero(@Nullable BigDecimal price) {
        return price == null ? BigDecimal.ZERO : price;
    }

    private static Answer notAllowed() {
        return Answer.problem(405, "Method Not Allowed", "The requested method is not allowed for this path.");
    }
}
