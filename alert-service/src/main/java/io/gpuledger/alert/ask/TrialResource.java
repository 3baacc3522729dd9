package io.gpuledger.alert.ask;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.api.Board;
import io.gpuledger.alert.api.Outbox;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.value.InvalidValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who would be told of an alert with these labels. */
@Path("/v1/routing/try")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TrialResource {

    private final RoutingInForce routing;
    private final DeskView view;
    private final Outbox outbox;
    private final InstantSource clock;

    TrialResource(RoutingInForce routing, DeskView view, Outbox outbox, InstantSource clock) {
        this.routing = routing;
        this.view = view;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param startsAt since when it would fire; absent for now
     */
    record Question(
            @Nullable Map<String, String> labels, @Nullable Instant startsAt) {}

    /** @param fingerprint of the labels, the empty ones left out */
    record Answer(String fingerprint, Instant at, List<Trial.Way> ways) {}

    @RolesAllowed(Roles.VIEWER)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer tried(String body) {
        Instant now = clock.instant();
        Question question = Parameters.body(body, Question.class);
        Map<String, String> labels = labels(question);
        Instant since = question.startsAt() == null ? now : question.startsAt();
        Alert alert = new Alert(Fingerprint.of(labels), labels, Map.of(), now, since, null, false, null);
        outbox.awaitSeen();
        Board.Remembered remembered = new Board.Remembered(view.alerts(), view.groups(), view.silences());
        return new Answer(alert.fingerprint(), now, new Trial(routing.get(), remembered).ways(alert, now));
    }

    private static Map<String, String> labels(Question question) {
        Map<String, String> labels = new TreeMap<>(question.labels() == null ? Map.of() : question.labels());
        labels.values().removeIf(value -> value == null || value.isEmpty());
        InvalidValue.unless(!labels.isEmpty(), "labels", "needs at least one label that is not empty");
        return labels;
    }
}
