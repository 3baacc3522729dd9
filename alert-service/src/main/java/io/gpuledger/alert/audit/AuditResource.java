package io.gpuledger.alert.audit;

import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.AuditEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who changed a silence, an acknowledgement, the routing or the configuration, and who judged actions; the newest first. */
@Path("/v1/audit")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AuditResource {

    private final AuditReader reader;

    AuditResource(AuditReader reader) {
        this.reader = reader;
    }

    @GET
    public List<AuditEntry> entries(@BeanParam AuditFilter filter) {
        return reader.newest(filter.wanted(), Parameters.limit(filter.limit));
    }
}
