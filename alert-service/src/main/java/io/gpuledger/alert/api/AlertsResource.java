package io.gpuledger.alert.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.api.Views.AlertView;
import io.gpuledger.alert.api.Views.GroupView;
import io.gpuledger.alert.api.Views.ReceiverView;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Malformed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alertmanager's API v2: alerts and their groups. */
@Path("/api/v2/alerts")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AlertsResource {

    static final int POSTED_MAX = 10_000;
    /** An alert with what is remembered of it is below 4 KiB mostly; half of the heap is for everything else. */
    private static final int HEAP_BYTES_PER_ALERT = 8_192;

    private final RoutingInForce routing;
    private final DeskView view;
    private final Outbox outbox;
    private final InstantSource clock;

    AlertsResource(RoutingInForce routing, DeskView view, Outbox outbox, InstantSource clock) {
        this.routing = routing;
        this.view = view;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GET
    public List<AlertView> alerts(@BeanParam AlertFilter filter) {
        Instant now = clock.instant();
        return shown(filter.from(board(now).alerts()), List.of(), now);
    }

    @GET
    @Path("/groups")
    public List<GroupView> groups(@BeanParam AlertFilter filter) {
        Instant now = clock.instant();
        Board board = board(now);
        List<GroupView> groups = new ArrayList<>();
        board.groups().forEach((group, alerts) -> {
            List<String> mutedBy = board.mutedBy(group);
            List<Board.Shown> wanted = filter.from(alerts);
            boolean isWanted = !wanted.isEmpty()
                    && (filter.muted || mutedBy.isEmpty())
                    && filter.wantsReceiver(board.receiverOf(group));
            if (isWanted) {
                groups.add(groupView(board, group, shown(wanted, mutedBy, now)));
            }
        });
        return groups;
    }

    private Board board(Instant now) {
        outbox.awaitSeen();
        return Board.at(now, routing.get(), view);
    }

    /** What is valid is taken, even where something beside it is not. */
    @RolesAllowed({Roles.SENDER, Roles.OPERATOR})
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@Nullable JsonNode body) {
        if (body == null || !body.isArray() || body.size() > POSTED_MAX) {
            throw new InvalidValue("body", "must be a list of at most " + POSTED_MAX + " alerts");
        }
        List<Alert> valid = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Room room = new Room(view, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ALERT);
        for (int i = 0; i < body.size(); i++) {
            try {
                Alert alert =
                        posted(body.get(i)).alert(clock.instant(), routing.get().resolveTimeout());
                room.enter(alert);
                valid.add(alert);
            } catch (JsonProcessingException | InvalidValue e) {
                problems.add("[" + i + "]: " + Malformed.reason(e));
            }
        }
        outbox.alerts(valid);
        if (!problems.isEmpty()) {
            throw new InvalidValue("alerts", String.join("; ", problems));
        }
        return Response.ok().build();
    }

    private static PostedAlert posted(JsonNode alert) throws JsonProcessingException {
        PostedAlert posted = PostedBody.read(alert, PostedAlert.class);
        if (posted == null) {
            throw new InvalidValue("alert", "must be an object with fields");
        }
        return posted;
    }

    /** How many more may be posted. One that is held already always may: refused, it would end by itself. */
    private static final class Room {

        private final DeskView view;
        private final long max;
        private long held;

        Room(DeskView view, long max) {
            this.view = view;
            this.max = max;
            this.held = held(view);
        }

        /** Nothing is refused while it cannot be asked how many there are. */
        private static long held(DeskView view) {
            try {
                return view.alertCount();
            } catch (DeskView.Unavailable e) {
                return 0;
            }
        }

        void enter(Alert alert) {
            if (held < max) {
                held++;
            } else {
                InvalidValue.unless(
                        view.alert(alert.fingerprint()).isPresent(),
                        "alerts",
                        "are too many: at most " + max + " are held");
            }
        }
    }

    private List<AlertView> shown(List<Board.Shown> alerts, List<String> mutedBy, Instant now) {
        return alerts.stream()
                .map(alert ->
                        AlertView.of(alert, mutedBy, now.plus(routing.get().resolveTimeout())))
                .toList();
    }

    private static GroupView groupView(Board board, Group group, List<AlertView> alerts) {
        return new GroupView(group.labels(), new ReceiverView(board.receiverOf(group)), alerts);
    }
}
