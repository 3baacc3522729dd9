package io.gpuledger.simulator.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.fleet.SimulatedPod;
import io.gpuledger.simulator.graphql.Field;
import io.gpuledger.simulator.graphql.QueryReader;
import io.gpuledger.simulator.graphql.Selected;
import io.gpuledger.simulator.graphql.Unanswerable;
import io.gpuledger.simulator.scenario.Gpu;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL: the account with its balance, its pods, what is on offer; stop, resume, terminate. */
final class GraphqlDoor {

    private final Fleet fleet;

    GraphqlDoor(Fleet fleet) {
        this.fleet = fleet;
    }

    Answer answer(Request request, Instant now, boolean known, @Nullable Fault fault) {
        try {
            JsonNode body = Answer.MAPPER.readTree(request.body());
            Map<String, ?> variables = variables(body);
            List<Field> fields = QueryReader.read(body.path("query").asText(""), variables);
            if (!known) {
                return Answer.json(200, Map.of("data", nothing(fields)));
            }
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            for (Field field : fields) {
                data.put(field.alias(), value(field, now, fault));
            }
            return Answer.json(200, Map.of("data", data));
        } catch (Unanswerable e) {
            return Answer.json(400, Map.of("errors", List.of(error(String.valueOf(e.getMessage()), e.code()))));
        } catch (IOException e) {
            return Answer.json(400, Map.of("errors", List.of(error("the body is not JSON", "BAD_REQUEST"))));
        } catch (Refused e) {
            return Answer.json(200, Map.of("errors", List.of(error(String.valueOf(e.getMessage()), "RUNPOD"))));
        }
    }

    private static Map<String, ?> variables(JsonNode body) {
        return body.path("variables").isObject()
                ? Answer.MAPPER.convertValue(body.get("variables"), new TypeReference<Map<String, ?>>() {})
                : Map.of();
    }

    /** What the provider refuses with an error and status 200. */
    private static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    private static Map<String, @Nullable Object> nothing(List<Field> fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        fields.forEach(field -> data.put(field.alias(), null));
        return data;
    }

    static Map<String, Object> error(String message, String code) {
        return Map.of("message", message, "extensions", Map.of("code", code));
    }

    private @Nullable Object value(Field field, Instant now, @Nullable Fault fault) throws Unanswerable, Refused {
        boolean pricesAsText = fault == Fault.STRING_PRICES;
        return switch (field.name()) {
            case "myself" -> Selected.of(myself(now, fault), "User", field.selection());
            case "gpuTypes" -> Selected.of(gpuTypes(pricesAsText), "GpuType", field.selection());
            case "pod" ->
                fleet.pod(field.argument("podId"), now).isEmpty()
                        ? null
                        : Selected.of(view(named(field, now), now, pricesAsText), "Pod", field.selection());
            case "podStop" -> become(field, Phase.EXITED, now);
            case "podResume" -> become(field, Phase.RUNNING, now);
            case "podTerminate" -> {
                fleet.become(named(field, now), Phase.TERMINATED, now);
                yield null;
            }
            default -> Selected.of(Map.of(), "Query", List.of(field));
        };
    }

    private @Nullable Object become(Field field, Phase phase, Instant now) throws Unanswerable, Refused {
        SimulatedPod pod = named(field, now);
        if (pod.phase(now) != phase) {
            fleet.become(pod, phase, now);
        }
        return Selected.of(view(pod, now, false), "Pod", field.selection());
    }

    private SimulatedPod named(Field field, Instant now) throws Refused {
        return fleet.pod(field.argument("podId"), now).orElseThrow(() -> new Refused("pod not found"));
    }

    private Map<String, @Nullable Object> view(SimulatedPod pod, Instant now, boolean pricesAsText) {
        return PodViews.graphql(pod, fleet.scenario().gpu(pod.script().gpu()), now, pricesAsText);
    }

    private Map<String, @Nullable Object> myself(Instant now, @Nullable Fault fault) {
        boolean pricesAsText = fault == Fault.STRING_PRICES;
        BigDecimal balance = fleet.balance(now);
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("id", "user_simulated");
        user.put("email", "user@example.com");
        user.put("clientBalance", PodViews.price(balance, pricesAsText));
        user.put("currentSpendPerHr", PodViews.price(fleet.spendPerHour(now), pricesAsText));
        user.put("spendLimit", fleet.scenario().account().spendLimit());
        user.put("underBalance", balance.signum() < 0);
        user.put("minBalance", 0);
        user.put("notifyPodsStale", true);
        user.put("notifyPodsGeneral", true);
        user.put("notifyLowBalance", true);
        user.put("networkVolumes", List.of());
        user.put(
                "pods",
                fault == Fault.NULL_PODS
                        ? null
                        : fleet.pods(now).stream()
                                .map(pod -> view(pod, now, pricesAsText))
                                .toList());
        return user;
    }

    private List<Map<String, @Nullable Object>> gpuTypes(boolean pricesAsText) {
        return fleet.scenario().gpus().stream()
                .map(gpu -> gpuType(gpu, pricesAsText))
                .toList();
    }

    private static Map<String, @Nullable Object> gpuType(Gpu gpu, boolean pricesAsText) {
        BigDecimal secure = Objects.requireNonNullElse(gpu.secure(), BigDecimal.ZERO);
        BigDecimal community = Objects.requireNonNullElse(gpu.community(), new BigDecimal("0.5"));
        Map<String, @Nullable Object> lowest = new LinkedHashMap<>();
        lowest.put("minimumBidPrice", null);
        lowest.put("uninterruptablePrice", PodViews.price(gpu.secure() == null ? community : secure, pricesAsText));
        lowest.put("stockStatus", "High");
        Map<String, @Nullable Object> type = new LinkedHashMap<>();
        type.put("id", gpu.id());
        type.put("displayName", gpu.name());
        type.put("memoryInGb", gpu.memory());
        type.put("secureCloud", gpu.secure() != null);
        type.put("communityCloud", gpu.community() != null);
        type.put("securePrice", PodViews.price(secure, pricesAsText));
        type.put("communityPrice", PodViews.price(community, pricesAsText));
        type.put("secureSpotPrice", null);
        type.put("communitySpotPrice", null);
        type.put("lowestPrice", lowest);
        return type;
    }
}
