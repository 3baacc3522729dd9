package io.gpuledger.ledger.api.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the console where it asks; whoever asks, as the pages themselves. */
@Path("/console/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Console")
public class ConsoleResource {

    private final ConsoleAddresses addresses;

    ConsoleResource(ConsoleAddresses addresses) {
        this.addresses = addresses;
    }

    @PermitAll
    @GET
    @Operation(summary = "Where the console asks besides this service")
    public ConsoleAddresses addresses() {
        return addresses;
    }
}
