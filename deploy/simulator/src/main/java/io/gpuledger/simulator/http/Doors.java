package io.gpuledger.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.http.FaultOrder.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where every request comes in: switchboard, key, fault, then the door it asked for. */
public final class Doors implements HttpHandler {

    private final Fleet fleet;
    private final Faults faults;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();
    private final RestDoor rest;
    private final GraphqlDoor graphql;
    private final ControlDoor control;

    public Doors(Fleet fleet, Faults faults, Clock clock) {
        this.fleet = fleet;
        this.faults = faults;
        this.clock = clock;
        this.rest = new RestDoor(fleet);
        this.graphql = new GraphqlDoor(fleet);
        this.control = new ControlDoor(fleet, faults);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            Instant now = clock.instant();
            Answer answer = switch (request.segment(0)) {
                case "simulator" -> control.answer(request, now);
                case "v2" -> faulty(request, now, Api.REST);
                case "graphql" -> faulty(request, now, Api.GRAPHQL);
                default -> Answer.notFound();
            };
            if (answer != null) {
                send(exchange, answer);
            }
        }
    }

    /** Absent where the connection is to be cut. */
    private @Nullable Answer faulty(Request request, Instant now, Api api) {
        Optional<FaultOrder> order = faults.next(api);
        if (order.isEmpty()) {
            return answer(request, now, api, null);
        }
        Fault fault = order.get().fault();
        return switch (fault) {
            case CUT -> null;
            case SLOW -> slowly(order.get(), request, api);
            case UNAUTHORIZED -> Answer.problem(401, "Unauthorized", "invalid bearer token");
            case FORBIDDEN -> Answer.of(403, "text/plain", "error code: 1010");
            case RATE_LIMITED ->
                Answer.problem(429, "Too Many Requests", "rate limit exceeded for the minute window")
                        .with("Retry-After", String.valueOf(order.get().retryAfter()));
            case GONE -> Answer.problem(410, "Gone", "this API is retired");
            case SERVER_ERROR -> Answer.problem(500, "Internal Server Error", "something went wrong");
            case BAD_GATEWAY -> Answer.of(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case MALFORMED -> Answer.of(200, "application/json", "{\"pods\":[{\"id\":\"half");
            case ERRORS, SCOPED_KEY, NULL_ACCOUNT ->
                api == Api.GRAPHQL ? withoutAccount(fault) : answer(request, now, api, null);
            case NULL_PODS, STRING_PRICES, DEAR_BILLS -> answer(request, now, api, fault);
        };
    }

    private Answer answer(Request request, Instant now, Api api, @Nullable Fault fault) {
        String key = request.key();
        boolean known = fleet.scenario().account().key().equals(key);
        if (key != null && !known) {
            return Answer.problem(401, "Unauthorized", "invalid bearer token");
        }
        if (api == Api.GRAPHQL) {
            return graphql.answer(request, now, known, fault);
        }
        return known
                ? limits.on(rest.answer(request, now, fault), now)
                : Answer.problem(401, "Unauthorized", "missing bearer token");
    }

    private Answer slowly(FaultOrder order, Request request, Api api) {
        try {
            Thread.sleep(order.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer(request, clock.instant(), api, null);
    }

    private static Answer withoutAccount(Fault fault) {
        String noAccount = "{\"data\":{\"myself\":null}}";
        if (fault == Fault.NULL_ACCOUNT) {
            return Answer.of(200, "application/json", noAccount);
        }
        Map<String, Object> error = fault == Fault.SCOPED_KEY
                ? GraphqlDoor.error("Unauthorized", "RUNPOD")
                : GraphqlDoor.error("Something went wrong. Please try again later.", "INTERNAL_SERVER_ERROR");
        Map<String, @Nullable Object> data = new java.util.LinkedHashMap<>();
        data.put("myself", null);
        return Answer.json(200, Map.of("errors", List.of(error), "data", data));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-request-id", UUID.randomUUID().toString());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
