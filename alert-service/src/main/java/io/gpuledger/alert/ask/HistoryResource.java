package io.gpuledger.alert.ask;

import io.gpuledger.alert.ask.Moments.Moment;
import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.common.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was decided of alerts, newest first: who was told what, what came of it, and what was kept quiet by whom. */
@Path("/v1/history")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HistoryResource {

    private final History history;

    HistoryResource(History history) {
        this.history = history;
    }

    @GET
    public List<Moment> history(@BeanParam HistoryFilter filter) {
        int limit = Parameters.limit(filter.limit);
        HistoryFilter.Wanted wanted = filter.wanted();
        return Stream.concat(
                        history.recent(History.RECENT_MAX).stream().map(Moments::of),
                        history.withheld().stream().map(Moments::of))
                .filter(wanted::takes)
                .sorted(Comparator.comparing(Moment::at).reversed())
                .limit(limit)
                .toList();
    }
}
