package io.gpuledger.alert.api;

import io.gpuledger.alert.api.Views.ReceiverView;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingInForce;
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
class StatusResource {

    /** The version of Alertmanager whose API this is; amtool compares it with its own. */
    static final String LIKE_VERSION = "0.28.1";

    private final RoutingInForce routing;
    private final DeskView view;
    private final InstantSource clock;
    private final Instant startedAt;

    StatusResource(RoutingInForce routing, DeskView view, InstantSource clock) {
        this.routing = routing;
        this.view = view;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @GET
    @Path("/api/v2/status")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> status() {
        return Map.of(
                "cluster", Map.of("status", "disabled", "peers", List.of()),
                "versionInfo",
                        Map.of(
                                "version", LIKE_VERSION,
                                "revision", "",
                                "branch", "gpu-ledger",
                                "buildUser", "",
                                "buildDate", "",
                                "goVersion", ""),
                "config", Map.of("original", routing.file().shown()),
                "uptime", Views.time(startedAt));
    }

    @GET
    @Path("/api/v2/receivers")
    @Produces(MediaType.APPLICATION_JSON)
    public List<ReceiverView> receivers() {
        return routing.get().receivers().keySet().stream()
                .map(ReceiverView::new)
                .toList();
    }

    @POST
    @Path("/-/reload")
    @Produces(MediaType.TEXT_PLAIN)
    public Response reload() {
        try {
            routing.reload(clock.instant());
            return Response.ok().build();
        } catch (InvalidRouting e) {
            return Response.serverError()
                    .entity("failed to reload config: " + e.getMessage())
                    .build();
        }
    }

    @GET
    @Path("/-/healthy")
    @Produces(MediaType.TEXT_PLAIN)
    public String healthy() {
        return "OK";
    }

    @GET
    @Path("/-/ready")
    @Produces(MediaType.TEXT_PLAIN)
    public Response ready() {
        try {
            view.groups();
            return Response.ok("OK").build();
        } catch (DeskView.Unavailable e) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity("not ready")
                    .build();
        }
    }
}
