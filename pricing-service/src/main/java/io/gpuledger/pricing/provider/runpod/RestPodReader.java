package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pods of REST v2, whose {@code status} is what was observed and whose {@code cost} is the present price of the whole
 * pod without its disks.
 */
final class RestPodReader implements PodReader {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "status",
            "cost",
            "gpu",
            "disk",
            "cloud",
            "dataCenterId",
            "template",
            "createdAt",
            "startedAt");

    private static final long MILLI_GPUS_DEFAULT = 1000;

    private final AccountRef account;
    private final StoragePrices storage;

    RestPodReader(AccountRef account, StoragePrices storage) {
        this.account = account;
        this.storage = storage;
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public Optional<PodObserved> read(JsonNode pod, Instant at) {
        String id = PodFields.id(pod);
        HourlyRate cost = Decimals.price(pod.path("cost"));
        PodState state = state(pod.path("status").asText(""), cost);
        if (state == PodState.GONE) {
            return Optional.empty();
        }
        long disk = PodFields.gigabytes(pod.path("disk"), "disk");
        long volume = PodFields.gigabytes(pod.path("mounts").path("persistent").path("size"), "mounts.persistent.size");
        JsonNode gpu = pod.path("gpu");
        boolean withGpu = gpu.isObject();
        return Optional.of(new PodObserved(
                account,
                id,
                at,
                state,
                PodFields.instant(pod.path("startedAt")),
                PodFields.name(pod),
                withGpu ? PodFields.text(gpu.path("id")) : null,
                withGpu ? milliGpus(gpu) : 0,
                Tier.ON_DEMAND,
                PodFields.text(pod.path("cluster").path("id")),
                state == PodState.RUNNING ? cost : null,
                storage.running(disk, volume),
                storage.stopped(volume),
                state == PodState.RUNNING
                        ? PodFields.utilisation(pod.path("runtime").path("gpus"), "util")
                        : null,
                labels(pod)));
    }

    /**
     * What is charged. RUNNING and STARTING hold a machine (GraphQL calls both RUNNING and gives them a price). While a
     * pod is allocated, in an error, or in a state not known here, the provider's own price decides: above zero it
     * charges.
     */
    static PodState state(String status, @Nullable HourlyRate cost) {
        return switch (status) {
            case "RUNNING", "STARTING" -> PodState.RUNNING;
            case "EXITED" -> PodState.STOPPED;
            case "TERMINATED" -> PodState.GONE;
            default -> cost != null ? PodState.RUNNING : PodState.STOPPED;
        };
    }

    /** A count that is left out is one GPU, says the provider's specification. */
    private static long milliGpus(JsonNode gpu) {
        return gpu.has("count") ? PodFields.milliGpus(gpu.path("count"), "gpu.count") : MILLI_GPUS_DEFAULT;
    }

    private static Map<String, String> labels(JsonNode pod) {
        Map<String, String> labels = PodFields.labels();
        PodFields.label(labels, "cloud", pod.path("cloud"));
        PodFields.label(labels, "dataCenter", pod.path("dataCenterId"));
        PodFields.label(labels, "image", pod.path("image"));
        PodFields.label(labels, "template", pod.path("template"));
        return labels;
    }
}
