package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.PricesListed.Row;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price lists. A price counts where its cloud offers the model and it is above zero; everything else is a placeholder. */
final class PriceReader {

    static final String PROVIDER = "runpod";

    /** What is asked of GraphQL. */
    static final String SELECTION = "id displayName memoryInGb secureCloud communityCloud "
            + "securePrice communityPrice secureSpotPrice communitySpotPrice";

    private PriceReader() {}

    static FetchOutcome<PricesListed> rest(JsonNode body, Instant at) {
        return listed(body.path("gpus"), at, PriceReader::addRest);
    }

    static FetchOutcome<PricesListed> graphql(JsonNode data, Instant at) {
        return listed(data.path("gpuTypes"), at, PriceReader::addGraphql);
    }

    @FunctionalInterface
    private interface Adding {
        void add(JsonNode gpu, List<Row> rows);
    }

    private static FetchOutcome<PricesListed> listed(JsonNode gpus, Instant at, Adding adding) {
        if (!gpus.isArray() || gpus.size() > PricesListed.ROWS_MAX / 4) {
            return FetchOutcome.failed(new Failure.Malformed("the price list is not a list"));
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode gpu : gpus) {
            adding.add(gpu, rows);
        }
        return rows.isEmpty()
                ? FetchOutcome.failed(new Failure.Malformed("the price list holds no price"))
                : FetchOutcome.fetched(new PricesListed(PROVIDER, at, rows));
    }

    private static void addRest(JsonNode gpu, List<Row> rows) {
        JsonNode price = gpu.path("price");
        add(rows, gpu, Offer.of(gpu, "secure", "secure", Tier.ON_DEMAND), price.path("secure"));
        add(rows, gpu, Offer.of(gpu, "community", "community", Tier.ON_DEMAND), price.path("community"));
    }

    private static void addGraphql(JsonNode gpu, List<Row> rows) {
        Offer secure = Offer.of(gpu, "secureCloud", "secure", Tier.ON_DEMAND);
        Offer community = Offer.of(gpu, "communityCloud", "community", Tier.ON_DEMAND);
        add(rows, gpu, secure, gpu.path("securePrice"));
        add(rows, gpu, community, gpu.path("communityPrice"));
        add(rows, gpu, secure.as(Tier.SPOT), gpu.path("secureSpotPrice"));
        add(rows, gpu, community.as(Tier.SPOT), gpu.path("communitySpotPrice"));
    }

    /** On which terms, and whether at all. */
    private record Offer(boolean offered, String cloud, Tier tier) {
        static Offer of(JsonNode gpu, String flag, String cloud, Tier tier) {
            return new Offer(gpu.path(flag).asBoolean(false), cloud, tier);
        }

        Offer as(Tier other) {
            return new Offer(offered, cloud, other);
        }
    }

    private static void add(List<Row> rows, JsonNode gpu, Offer offer, JsonNode price) {
        HourlyRate perGpu = Decimals.price(price);
        String id = PodFields.text(gpu.path("id"));
        if (!offer.offered() || perGpu == null || id == null) {
            return;
        }
        try {
            rows.add(new Row(id, name(gpu, id), offer.tier(), offer.cloud(), perGpu, memory(gpu)));
        } catch (InvalidValue e) {
            // a row whose id no event can hold belongs to no pod either
        }
    }

    private static String name(JsonNode gpu, String id) {
        String name = PodFields.text(gpu.path("name"));
        String displayName = name == null ? PodFields.text(gpu.path("displayName")) : name;
        return displayName == null ? id : displayName;
    }

    private static @Nullable Integer memory(JsonNode gpu) {
        JsonNode memory = gpu.has("memory") ? gpu.path("memory") : gpu.path("memoryInGb");
        return memory.isInt() && memory.intValue() > 0 ? memory.intValue() : null;
    }
}
