package io.gpuledger.alert.vigil;

import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How it stands with those who are told, and who is told where one of them fails. */
@Path("/v1/receivers")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
class ReceiversResource {

    private final Vigil vigil;
    private final RoutingInForce routing;
    private final InstantSource clock;

    ReceiversResource(Vigil vigil, RoutingInForce routing, InstantSource clock) {
        this.vigil = vigil;
        this.routing = routing;
        this.clock = clock;
    }

    /**
     * One kind of integration of a receiver.
     *
     * @param deliveredAt when it last took something; absent where it never did
     * @param notTakingSince since when it takes nothing, as far as this instance knows; absent where all is well
     * @param failing whether that is long enough to be told
     * @param toldTo who is told then; nobody else than itself where it is empty
     */
    record View(
            String receiver,
            String integration,
            @Nullable Instant deliveredAt,
            @Nullable Instant notTakingSince,
            boolean failing,
            Set<String> toldTo) {}

    @GET
    public List<View> receivers() {
        Plan plan = routing.get();
        return vigil.states(clock.instant()).stream()
                .map(state -> new View(
                        state.who().receiver(),
                        state.who().integration(),
                        state.deliveredAt().orElse(null),
                        state.failingSince().orElse(null),
                        state.failing(),
                        OwnRoutes.toldOf(plan, state.who())))
                .toList();
    }
}
