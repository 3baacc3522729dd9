package io.gpuledger.alert.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.rest.Problem;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.AckCommand.Action;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.wire.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** PagerDuty's webhooks v3: who acknowledges an incident there acknowledges its group here. */
@Path("/v1/hooks/pagerduty")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PagerDutyHook {

    static final int BODY_BYTES_MAX = 262_144;

    private static final String KIND = "pagerduty";
    private static final int ACCEPTED = 202;
    private static final Map<String, Action> ACTIONS = Map.of(
            "incident.acknowledged", Action.ACKNOWLEDGE,
            "incident.unacknowledged", Action.WITHDRAW);

    private final Settings settings;
    private final OpenGroups groups;
    private final AckWriter writer;
    private final InstantSource clock;
    private final MeterRegistry meters;

    PagerDutyHook(Settings settings, OpenGroups groups, AckWriter writer, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.groups = groups;
        this.writer = writer;
        this.clock = clock;
        this.meters = meters;
    }

    @PermitAll
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response take(byte[] body, @RestHeader("X-PagerDuty-Signature") @Nullable String signature)
            throws IOException {
        Secret secret = settings.secret().orElse(null);
        if (secret == null) {
            return Response.status(Problem.NOT_FOUND).build();
        }
        if (body.length > BODY_BYTES_MAX) {
            return Problem.of(
                    Problem.TOO_LARGE,
                    "too-large",
                    "The body is too large",
                    "body must have at most " + BODY_BYTES_MAX + " bytes");
        }
        if (!HookSignature.isValid(signature, secret.read(), body)) {
            meters.counter("gpu_ledger_webhooks_refused_total", "from", KIND).increment();
            return Problem.of(
                    Problem.UNAUTHORIZED,
                    "bad-signature",
                    "The signature is not valid",
                    "X-PagerDuty-Signature must be the signature of the body by the secret of this subscription");
        }
        List<AckCommand> commands = commands(event(body), clock.instant());
        commands.forEach(writer::write);
        return Response.status(ACCEPTED)
                .entity(Map.of("groups", commands.size()))
                .build();
    }

    private static JsonNode event(byte[] body) {
        try {
            JsonNode event = Json.mapper().readTree(body).path("event");
            InvalidValue.unless(event.path("event_type").isTextual(), "event.event_type", "is required");
            return event;
        } catch (IOException e) {
            throw new InvalidValue("body", "is not well-formed");
        }
    }

    /** Other kinds of events, and incidents of somebody else, are none of ours. */
    private List<AckCommand> commands(JsonNode event, Instant now) {
        Action action = ACTIONS.get(event.path("event_type").asText());
        String key = event.at("/data/incident_key").asText("");
        if (action == null || key.isEmpty()) {
            return List.of();
        }
        return groups.atPager(KIND, key, now).stream()
                .map(group -> command(event, action, group.id(), now))
                .toList();
    }

    private static AckCommand command(JsonNode event, Action action, String group, Instant now) {
        return new AckCommand(
                named(KIND + "/"
                        + event.path("id").asText(event.path("occurred_at").asText()) + "/" + group),
                happened(event, now),
                group,
                action,
                named(event.at("/agent/summary").asText(KIND)),
                Via.PAGERDUTY,
                event.at("/data/html_url").asText("").lines().findFirst().orElse(""),
                null);
    }

    private static String named(String text) {
        String one = text.replaceAll("\\p{Cntrl}", " ").strip();
        return one.isEmpty() ? KIND : one.substring(0, Math.min(one.length(), Limits.NAME_CHARS_MAX));
    }

    /** Never in the future: what is decided here afterwards must count as later. */
    private static Instant happened(JsonNode event, Instant now) {
        try {
            Instant at = Instant.parse(event.path("occurred_at").asText());
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /** @param secret with which the webhook is signed; absent means there is no such door */
    public record Settings(Optional<Secret> secret) {}
}
