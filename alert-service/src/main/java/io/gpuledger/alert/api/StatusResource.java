package io.gpuledger.alert.api;

import io.gpuledger.access.Caller;
import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.api.Views.ReceiverView;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Via;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What Alertmanager's clients ask before they ask anything else. */
@Path("/")
@RolesAllowed(Roles.VIEWER)
@RunOnVirtualThread
class StatusResource {

    private final RoutingInForce routing;
    private final Health health;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Caller caller;

    StatusResource(RoutingInForce routing, Health health, Outbox outbox, InstantSource clock, Caller caller) {
        this.routing = routing;
        this.health = health;
        this.outbox = outbox;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.caller = caller;
    }

    @GET
    @Path("/api/v2/status")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> status() {
        return Map.of(
                "cluster", cluster(health.cluster()),
                "versionInfo",
                        Map.of(
                                "version", Board.LIKE_VERSION,
                                "revision", "",
                                "branch", "gpu-ledger",
                                "buildUser", "",
                                "buildDate", "",
                                "goVersion", ""),
                "config", Map.of("original", routing.file().shown()),
                "uptime", Views.time(startedAt));
    }

    private static Map<String, Object> cluster(Health.Cluster cluster) {
        return Map.of(
                "name", cluster.self(),
                "status", cluster.isSettled() ? "ready" : "settling",
                "peers",
                        cluster.instances().stream()
                                .map(each -> Map.of("name", each, "address", each))
                                .toList());
    }

    @GET
    @Path("/api/v2/receivers")
    @Produces(MediaType.APPLICATION_JSON)
    public List<ReceiverView> receivers() {
        return routing.get().receivers().keySet().stream()
                .map(ReceiverView::new)
                .toList();
    }

    /** Returns when the desk decides by the file. */
    @RolesAllowed(Roles.OPERATOR)
    @POST
    @Path("/-/reload")
    @Produces(MediaType.TEXT_PLAIN)
    public Response reload() {
        try {
            routing.reload(clock.instant(), caller.or(null));
            return health.awaitRouting(routing.get().version())
                    ? Response.ok().build()
                    : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                            .entity("the file is read, and not in force yet")
                            .build();
        } catch (InvalidRouting e) {
            outbox.note(
                    Clerk.refusedRouting(Via.REST, caller.or(null), String.valueOf(e.getMessage()), clock.instant()));
            return Response.serverError()
                    .entity("failed to reload config: " + e.getMessage())
                    .build();
        }
    }

    @PermitAll
    @GET
    @Path("/-/healthy")
    @Produces(MediaType.TEXT_PLAIN)
    public String healthy() {
        return "OK";
    }

    @PermitAll
    @GET
    @Path("/-/ready")
    @Produces(MediaType.TEXT_PLAIN)
    public Response ready() {
        return health.isReady()
                ? Response.ok("OK").build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity("not ready")
                        .build();
    }
}
