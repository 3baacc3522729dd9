package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job that held GPUs of its own from one instant to another; the record of a scheduler or a trace. Of two records of
 * one job the one recorded later is true.
 *
 * @param at when it was recorded
 * @param pod the pod or node whose GPUs it shared; absent where it held GPUs of its own
 * @param from when it took its GPUs
 * @param until when it gave them back, never before {@code from}; equal means it took no time
 * @param milliGpus thousandths of a GPU held
 * @param pricePerGpuHour dollars per GPU and hour, at most 1000; absent means unpriced, which is not zero
 */
public record JobRecorded(
        AccountRef account,
        String job,
        Instant at,
        String owner,
        @Nullable String project,
        Instant from,
        Instant until,
        long milliGpus,
        @Nullable String sku,
        Tier tier,
        @Nullable HourlyRate pricePerGpuHour,
        Map<String, String> labels,
        @Nullable String pod,
        @Nullable JobCounters counters)
        implements PodEvent {

    public JobRecorded {
        InvalidValue.unless(account != null, "account", "is required");
        job = Limits.name("job", job);
        at = Limits.instant("at", at);
        owner = Limits.name("owner", owner);
        project = Limits.optionalName("project", project);
        sku = Limits.optionalName("sku", sku);
        from = Limits.instant("from", from);
        until = Limits.instant("until", until);
        InvalidValue.unless(!until.isBefore(from), "until", "must not be before from");
        InvalidValue.unless(
                milliGpus >= 0 && milliGpus <= PodObserved.MILLI_GPUS_MAX,
                "milliGpus",
                "must be from 0 to " + PodObserved.MILLI_GPUS_MAX);
        tier = tier == null ? Tier.ON_PREM : tier;
        HourlyRate.check("pricePerGpuHour", pricePerGpuHour, HourlyRate.PER_GPU_MAX);
        labels = Limits.labels("labels", labels);
        pod = Limits.optionalName("pod", pod);
    }

    /** Which job it is, wherever it ran. */
    @JsonIgnore
    public String identity() {
        return account + "/job/" + job;
    }

    @Override
    @JsonIgnore
    public String id() {
        return identity() + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return pod == null ? identity() : account + "/" + pod;
    }
}
