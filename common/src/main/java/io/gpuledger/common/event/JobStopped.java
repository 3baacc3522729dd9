package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job gave its GPUs back.
 *
 * @param pod the pod or node whose GPUs it had
 * @param at when it gave them back
 * @param preempted true where the provider took them away, else absent; what the job did since its last checkpoint is lost
 * @param counters what it has done by then
 */
public record JobStopped(
        AccountRef account,
        String pod,
        String job,
        Instant at,
        @Nullable Boolean preempted,
        @Nullable JobCounters counters)
        implements PodEvent {

    public JobStopped {
        InvalidValue.unless(account != null, "account", "is required");
        pod = Limits.name("pod", pod);
        job = Limits.name("job", job);
        at = Limits.instant("at", at);
        preempted = Boolean.TRUE.equals(preempted) ? true : null;
    }

    @JsonIgnore
    public boolean wasPreempted() {
        return preempted != null;
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "/job/" + job + "/stopped@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return account + "/" + pod;
    }
}
