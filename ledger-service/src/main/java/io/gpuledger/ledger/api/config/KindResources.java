package io.gpuledger.ledger.api.config;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.RuleStanding;
import io.gpuledger.ledger.query.ask.BooksOnHand.NotReady;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The addresses of the kinds. */
public final class KindResources {

    private KindResources() {}

    /** What scopes may spend. */
    @Path("/v1/budgets")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Budgets extends NamedResource<ConfigChanged> {
        Budgets(Door door) {
            super(ConfigKind.BUDGET, door, all -> all);
        }
    }

    /** When somebody is told. */
    @Path("/v1/rules")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Rules extends NamedResource<RuleView> {
        Rules(Door door, GatheredBooks books) {
            super(ConfigKind.RULE, door, rules -> viewed(rules, books));
        }

        private static List<RuleView> viewed(List<ConfigChanged> rules, GatheredBooks books) {
            List<RuleStanding> standings = standings(books);
            return rules.stream().map(rule -> RuleView.of(rule, standings)).toList();
        }

        private static @Nullable List<RuleStanding> standings(GatheredBooks books) {
            try {
                return books.standings();
            } catch (NotReady notHere) {
                return null;
            }
        }
    }

    /** Costs that no pod has by itself. */
    @Path("/v1/overheads")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Overheads extends NamedResource<ConfigChanged> {
        Overheads(Door door) {
            super(ConfigKind.OVERHEAD, door, all -> all);
        }
    }

    /** When more is planned than budgets say. */
    @Path("/v1/plans")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class Plans extends NamedResource<ConfigChanged> {
        Plans(Door door) {
            super(ConfigKind.PLAN, door, all -> all);
        }
    }

    /** Prices for what nobody lists. */
    @Path("/v1/assumed-prices")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Tag(name = "Configuration")
    public static class AssumedPrices extends NamedResource<ConfigChanged> {
        AssumedPrices(Door door) {
            super(ConfigKind.ASSUMED_PRICE, door, all -> all);
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
