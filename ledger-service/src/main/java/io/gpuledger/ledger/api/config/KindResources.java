package io.gpuledger.ledger.api.config;

import io.gpuledger.common.event.ConfigKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The addresses of the kinds. */
public final class KindResources {

    private KindResources() {}

    /** What scopes may spend. */
    @Path("/v1/budgets")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Budgets extends NamedResource {
        Budgets(Door door) {
            super(ConfigKind.BUDGET, door);
        }
    }

    /** When somebody is told. */
    @Path("/v1/rules")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Rules extends NamedResource {
        Rules(Door door) {
            super(ConfigKind.RULE, door);
        }
    }

    /** Costs that no pod has by itself. */
    @Path("/v1/overheads")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Overheads extends NamedResource {
        Overheads(Door door) {
            super(ConfigKind.OVERHEAD, door);
        }
    }

    /** When more is planned than budgets say. */
    @Path("/v1/plans")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Plans extends NamedResource {
        Plans(Door door) {
            super(ConfigKind.PLAN, door);
        }
    }

    /** Prices for what nobody lists. */
    @Path("/v1/assumed-prices")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class AssumedPrices extends NamedResource {
        AssumedPrices(Door door) {
            super(ConfigKind.ASSUMED_PRICE, door);
        }
    }

    /** Whom cost belongs to: the rules in their order. */
    @Path("/v1/owners")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Owners extends SingleResource {
        Owners(Door door) {
            super(ConfigKind.OWNERS, door);
        }
    }

    /** How silence and absurd prices are met. */
    @Path("/v1/metering")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Silence extends SingleResource {
        Silence(Door door) {
            super(ConfigKind.SETTINGS, door);
        }
    }
}
