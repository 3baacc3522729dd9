package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job took GPUs of a pod, or of a node. While it holds them, its share of the pod's cost is the job's. A job that never
 * stops ends with its pod.
 *
 * @param pod the pod or node whose GPUs it takes
 * @param at when it took them
 * @param milliGpus thousandths of a GPU it takes, above zero
 */
public record JobStarted(
        AccountRef account,
        String pod,
        String job,
        Instant at,
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        long milliGpus,
        Map<String, String> labels)
        implements PodEvent {

    public JobStarted {
        InvalidValue.unless(account != null, "account", "is required");
        pod = Limits.name("pod", pod);
        job = Limits.name("job", job);
        at = Limits.instant("at", at);
        owner = Limits.name("owner", owner);
        project = Limits.optionalName("project", project);
        costCentre = Limits.optionalName("costCentre", costCentre);
        InvalidValue.unless(
                milliGpus > 0 && milliGpus <= PodObserved.MILLI_GPUS_MAX,
                "milliGpus",
                "must be from 1 to " + PodObserved.MILLI_GPUS_MAX);
        labels = Limits.labels("labels", labels);
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "/job/" + job + "/started@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return account + "/" + pod;
    }
}
