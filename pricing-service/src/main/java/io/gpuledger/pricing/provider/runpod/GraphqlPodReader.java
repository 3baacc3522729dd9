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
 * Pods of GraphQL, whose {@code desiredStatus} is an intent and whose price stands on a stopped pod too, where it is
 * not charged.
 */
final class GraphqlPodReader implements PodReader {

    /** What is asked for; {@code env} is not. */
    static final String SELECTION = "id name desiredStatus podType gpuCount costPerHr adjustedCostPerHr imageName "
            + "templateId containerDiskInGb volumeInGb lastStartedAt lastStatusChange "
            + "machine { gpuTypeId gpuDisplayName dataCenterId secureCloud } "
            + "runtime { uptimeInSeconds gpus { gpuUtilPercent } }";

    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "desiredStatus",
            "podType",
            "gpuCount",
            "costPerHr",
            "adjustedCostPerHr",
            "containerDiskInGb",
            "volumeInGb",
            "lastStartedAt",
            "lastStatusChange");

    private final AccountRef account;
    private final StoragePrices storage;

    GraphqlPodReader(AccountRef account, StoragePrices storage) {
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
        PodState state = state(pod);
        if (state == PodState.GONE) {
            return Optional.empty();
        }
        boolean running = state == PodState.RUNNING;
        long disk = PodFields.gigabytes(pod.path("containerDiskInGb"), "containerDiskInGb");
        long volume = PodFields.gigabytes(pod.path("volumeInGb"), "volumeInGb");
        Instant started = PodFields.instant(pod.path("lastStartedAt"));
        return Optional.of(new PodObserved(
                account,
                id,
                at,
                state,
                started,
                PodFields.name(pod),
                sku(pod.path("machine")),
                PodFields.milliGpus(pod.path("gpuCount"), "gpuCount"),
                tier(pod.path("podType").asText("")),
                null,
                running ? price(pod) : null,
                storage.running(disk, volume),
                storage.stopped(volume),
                running ? PodFields.utilisation(pod.path("runtime").path("gpus"), "gpuUtilPercent") : null,
                labels(pod),
                running && started != null ? null : StatusChange.at(pod.path("lastStatusChange"), state)));
    }

    /** DEAD, PAUSED and CREATED hold no machine; a status not known here is charged while something runs in it. */
    private static PodState state(JsonNode pod) {
        return switch (pod.path("desiredStatus").asText("")) {
            case "RUNNING", "RESTARTING" -> PodState.RUNNING;
            case "EXITED", "PAUSED", "DEAD", "CREATED" -> PodState.STOPPED;
            case "TERMINATED" -> PodState.GONE;
            default -> pod.path("runtime").isObject() ? PodState.RUNNING : PodState.STOPPED;
        };
    }

    /** What is paid after a savings plan, where one is in force. */
    private static @Nullable HourlyRate price(JsonNode pod) {
        HourlyRate adjusted = Decimals.price(pod.path("adjustedCostPerHr"));
        return adjusted != null ? adjusted : Decimals.price(pod.path("costPerHr"));
    }

    private static @Nullable String sku(JsonNode machine) {
        String id = PodFields.text(machine.path("gpuTypeId"));
        return id != null ? id : PodFields.text(machine.path("gpuDisplayName"));
    }

    private static Tier tier(String podType) {
        return podType.equals("INTERRUPTABLE") || podType.equals("BID") ? Tier.SPOT : Tier.ON_DEMAND;
    }

    private static Map<String, String> labels(JsonNode pod) {
        Map<String, String> labels = PodFields.labels();
        JsonNode secure = pod.path("machine").path("secureCloud");
        if (secure.isBoolean()) {
            labels.put("cloud", secure.booleanValue() ? "SECURE" : "COMMUNITY");
        }
        PodFields.label(labels, "dataCenter", pod.path("machine").path("dataCenterId"));
        PodFields.label(labels, "image", pod.path("imageName"));
        PodFields.label(labels, "template", pod.path("templateId"));
        return labels;
    }
}
