package io.gpuledger.alert.ask;

import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.common.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What was said, newest first, and what came of it. */
@Path("/v1/notifications")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
class NotificationsResource {

    private final History history;

    NotificationsResource(History history) {
        this.history = history;
    }

    @GET
    public List<NotificationView> notifications(@RestQuery @DefaultValue("50") String limit) {
        return history.recent(Parameters.limit(limit)).stream()
                .map(NotificationView::of)
                .toList();
    }
}
