package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a pod was at an instant.
 *
 * @param pod the provider's id of the pod
 * @param at when it was observed; all pods of one poll share the poll's instant
 * @param startedAt the provider's own time of the last start, where it tells one
 * @param name what its owner called it; the id where it has none
 * @param sku the GPU model as the provider names it; absent for a pod without GPU
 * @param milliGpus thousandths of a GPU held, all GPUs of the pod together
 * @param price dollars per hour for the whole pod while it runs, storage not included; absent where the source gave none (which
 *     is not zero). One below zero, above a million or far beyond the listed one is not believed, and the pod is kept
 * @param storageRunning dollars per hour for its disks while it runs
 * @param storageStopped dollars per hour for its disks while it is stopped
 * @param utilisationPercent mean busy share of its GPUs, 0 to 100
 * @param changedAt the provider's own time of the last change of {@code state}, a stop as well as a start, where it
 *     tells one
 */
public record PodObserved(
        AccountRef account,
        String pod,
        Instant at,
        PodState state,
        @Nullable Instant startedAt,
        String name,
        @Nullable String sku,
        long milliGpus,
        Tier tier,
        @Nullable String cluster,
        @Nullable HourlyRate price,
        HourlyRate storageRunning,
        HourlyRate storageStopped,
        @Nullable Integer utilisationPercent,
        Map<String, String> labels,
        @Nullable Instant changedAt)
        implements PodEvent {

    public static final long MILLI_GPUS_MAX = 100_000_000;

    public PodObserved {
        InvalidValue.unless(account != null, "account", "is required");
        pod = Limits.name("pod", pod);
        at = Limits.instant("at", at);
        startedAt = startedAt == null ? null : Limits.instant("startedAt", startedAt);
        InvalidValue.unless(state != null, "state", "is required");
        name = name == null || name.isBlank() ? pod : Limits.name("name", name);
        InvalidValue.unless(
                milliGpus >= 0 && milliGpus <= MILLI_GPUS_MAX, "milliGpus", "must be from 0 to " + MILLI_GPUS_MAX);
        tier = tier == null ? Tier.ON_DEMAND : tier;
        sku = Limits.optionalName("sku", sku);
        cluster = Limits.optionalName("cluster", cluster);
        storageRunning = storageRunning == null ? HourlyRate.ZERO : storageRunning;
        storageStopped = storageStopped == null ? HourlyRate.ZERO : storageStopped;
        HourlyRate.check("storageRunning", storageRunning, HourlyRate.PER_POD_MAX);
        HourlyRate.check("storageStopped", storageStopped, HourlyRate.PER_POD_MAX);
        InvalidValue.unless(
                utilisationPercent == null || (utilisationPercent >= 0 && utilisationPercent <= 100),
                "utilisationPercent",
                "must be from 0 to 100");
        labels = Limits.labels("labels", labels);
        changedAt = changedAt == null ? null : Limits.instant("changedAt", changedAt);
    }

    /** What a source says that tells no time of the change. */
    public PodObserved(
            AccountRef account,
            String pod,
            Instant at,
            PodState state,
            @Nullable Instant startedAt,
            String name,
            @Nullable String sku,
            long milliGpus,
            Tier tier,
            @Nullable String cluster,
            @Nullable HourlyRate price,
            HourlyRate storageRunning,
            HourlyRate storageStopped,
            @Nullable Integer utilisationPercent,
            Map<String, String> labels) {
        this(
                account,
                pod,
                at,
                state,
                startedAt,
                name,
                sku,
                milliGpus,
                tier,
                cluster,
                price,
                storageRunning,
                storageStopped,
                utilisationPercent,
                labels,
                null);
    }

    /** The same pod, seen to be the same at another instant, with another use. */
    public PodObserved again(Instant instant, @Nullable Integer percent) {
        return with(account, instant, percent);
    }

    /** The same of another account. */
    public PodObserved in(AccountRef other) {
        return with(other, at, utilisationPercent);
    }

    private PodObserved with(AccountRef of, Instant instant, @Nullable Integer percent) {
        return new PodObserved(
                of,
                pod,
                instant,
                state,
                startedAt,
                name,
                sku,
                milliGpus,
                tier,
                cluster,
                price,
                storageRunning,
                storageStopped,
                percent,
                labels,
                changedAt);
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return account + "/" + pod;
    }
}
