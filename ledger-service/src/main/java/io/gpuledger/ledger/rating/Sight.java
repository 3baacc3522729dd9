package io.gpuledger.ledger.rating;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an observation matters to cost. Utilisation does not, so a busy pod and an idle one look the same here.
 *
 * @param cause the id of the observation or marker it rests on; no part of what is compared
 */
public record Sight(
        PodState state,
        @Nullable Instant startedAt,
        @Nullable Instant changedAt,
        String name,
        @Nullable String sku,
        long milliGpus,
        Tier tier,
        @Nullable String cluster,
        @Nullable HourlyRate price,
        HourlyRate storageRunning,
        HourlyRate storageStopped,
        Map<String, String> labels,
        String cause) {

    public static Sight of(PodObserved seen) {
        return new Sight(
                seen.state(),
                seen.startedAt(),
                seen.changedAt(),
                seen.name(),
                seen.sku(),
                seen.milliGpus(),
                seen.tier(),
                seen.cluster(),
                seen.price(),
                seen.storageRunning(),
                seen.storageStopped(),
                new TreeMap<>(seen.labels()),
                seen.id());
    }

    /** A pod that a completed poll did not list. */
    public static Sight absent(Sight last, String cause) {
        return new Sight(
                PodState.GONE,
                null,
                null,
                last.name,
                last.sku,
                last.milliGpus,
                last.tier,
                last.cluster,
                null,
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                last.labels,
                cause);
    }

    /** The provider's own time of the change that made it so, where it tells one. */
    public @Nullable Instant changed() {
        return state == PodState.RUNNING && startedAt != null ? startedAt : changedAt;
    }

    @JsonIgnore
    public boolean isGone() {
        return state == PodState.GONE;
    }

    public boolean sameAs(Sight other) {
        return isGone()
                ? other.isGone() && Objects.equals(changedAt, other.changedAt)
                : state == other.state
                        && milliGpus == other.milliGpus
                        && Objects.equals(price, other.price)
                        && storageRunning.equals(other.storageRunning)
                        && storageStopped.equals(other.storageStopped)
                        && Objects.equals(startedAt, other.startedAt)
                        && Objects.equals(changedAt, other.changedAt)
                        && Objects.equals(sku, other.sku)
                        && tier == other.tier
                        && Objects.equals(cluster, other.cluster)
                        && name.equals(other.name)
                        && labels.equals(other.labels);
    }

    /** The same as {@code sameAs(Sight.of(event))}, and quicker. */
    public boolean isToldBy(PodObserved event) {
        return !isGone()
                && state == event.state()
                && milliGpus == event.milliGpus()
                && Objects.equals(price, event.price())
                && storageRunning.equals(event.storageRunning())
                && storageStopped.equals(event.storageStopped())
                && Objects.equals(startedAt, event.startedAt())
                && Objects.equals(changedAt, event.changedAt())
                && Objects.equals(sku, event.sku())
                && tier == event.tier()
                && Objects.equals(cluster, event.cluster())
                && name.equals(event.name())
                && labels.equals(event.labels());
    }

    /** Of two observations of one pod at one instant that contradict each other, the one that wins, in whatever order. */
    public boolean outranks(Sight other) {
        return text().compareTo(other.text()) > 0;
    }

    private String text() {
        return state + "|" + price + "|" + milliGpus + "|" + storageRunning + "|" + storageStopped + "|" + sku + "|"
                + tier + "|" + cluster + "|" + name + "|" + startedAt + "|" + changedAt + "|" + labels;
    }
}
