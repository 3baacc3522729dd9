package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job on one pod, or of a job by itself, and what it has cost. Told again when it changes; of two of one
 * account, pod and job for one owner the later written is true.
 *
 * @param pod the pod it shared; absent where it held GPUs of its own
 * @param at up to when the ledger had been told what happened when it told this
 * @param from when it first took GPUs, as it was told
 * @param until when it gave them back for the last time; absent while it has them
 * @param milliGpus thousandths of a GPU it asks for
 * @param starts how often it took GPUs
 * @param refused why it did not hold what it asked for, somewhere; absent where it did
 * @param withdrawn true where it no longer belongs to this owner, else absent
 */
public record JobTold(
        AccountRef account,
        String job,
        @Nullable String pod,
        Instant at,
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        Instant from,
        @Nullable Instant until,
        State state,
        long milliGpus,
        int starts,
        @Nullable Boolean preempted,
        @Nullable JobCounters counters,
        Spent spent,
        @Nullable String refused,
        @Nullable Boolean withdrawn)
        implements BookEntry, UsageEntry {

    /** How a job stands. */
    public enum State {
        /** It took GPUs and has not given them back. */
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("stopped")
        STOPPED,
        /** It was told to have GPUs longer than its pod ran: it ended with the pod. */
        @JsonProperty("ended_with_pod")
        ENDED_WITH_POD,
        /** Its pod is not known to have run since it started. */
        @JsonProperty("waiting")
        WAITING
    }

    /**
     * What it has cost, corrections by bills included.
     *
     * @param upTo up to when {@code cost} and {@code gpuTime} are counted
     * @param rate what it goes on costing from then
     * @param milliGpus the GPUs it goes on holding from then
     */
    public record Spent(
            Instant upTo,
            Money cost,
            GpuTime gpuTime,
            GpuTime unpriced,
            HourlyRate rate,
            long milliGpus,
            long unpricedMilliGpus) {

        public Spent {
            upTo = Limits.instant("spent.upTo", upTo);
            InvalidValue.unless(cost != null, "spent.cost", "is required");
            InvalidValue.unless(gpuTime != null, "spent.gpuTime", "is required");
            unpriced = unpriced == null ? GpuTime.ZERO : unpriced;
            rate = rate == null ? HourlyRate.ZERO : rate;
        }

        /** The same at a later instant; an earlier one changes nothing. */
        public Spent at(Instant now) {
            long millis = Math.max(0, Duration.between(upTo, now).toMillis());
            return new Spent(
                    millis == 0 ? upTo : now,
                    cost.plus(Money.of(rate, millis)),
                    held(gpuTime, milliGpus, millis),
                    held(unpriced, unpricedMilliGpus, millis),
                    rate,
                    milliGpus,
                    unpricedMilliGpus);
        }

        private static GpuTime held(GpuTime before, long milliGpus, long millis) {
            return new GpuTime(before.units().add(BigInteger.valueOf(milliGpus).multiply(BigInteger.valueOf(millis))));
        }
    }

    public JobTold {
        InvalidValue.unless(account != null, "account", "is required");
        job = Limits.name("job", job);
        pod = Limits.optionalName("pod", pod);
        at = Limits.instant("at", at);
        owner = Limits.name("owner", owner);
        from = Limits.instant("from", from);
        InvalidValue.unless(state != null, "state", "is required");
        InvalidValue.unless(spent != null, "spent", "is required");
        preempted = Boolean.TRUE.equals(preempted) ? true : null;
        withdrawn = Boolean.TRUE.equals(withdrawn) ? true : null;
    }

    /** Which job, wherever it ran, and on which pod. */
    @JsonIgnore
    public String identity() {
        return account + "/job/" + job + (pod == null ? "" : "/on/" + pod);
    }

    @JsonIgnore
    public boolean wasWithdrawn() {
        return withdrawn != null;
    }

    @Override
    @JsonIgnore
    public String id() {
        return identity() + "/told@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.owner(owner).key();
    }
}
