package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a pod stands, told when that changes; what rules on pods look at. Of two of one pod the later told is true.
 *
 * @param at up to when the meter had been told of the account when it said this
 * @param since when the present state began
 * @param idleSince when the first look found it idle, its GPUs less than {@value #IDLE_PERCENT_BELOW} % busy, and no look found it
 *     otherwise since; absent where it is busy, does not run, nobody tells, or it has been idle for less than a minute
 * @param utilisationKnown whether the source tells how busy it is
 * @param price dollars per hour as the source told it for the whole pod
 * @param storageStopped dollars per hour for its disks while it is stopped
 * @param endedUnexpectedly it ran, and at the next complete poll did not any more, though it was a spot pod or a job on it had
 *     not stopped
 */
public record PodTold(
        AccountRef account,
        String pod,
        Instant at,
        PodState state,
        Instant since,
        @Nullable Instant idleSince,
        boolean utilisationKnown,
        String name,
        @Nullable String sku,
        long milliGpus,
        @Nullable HourlyRate price,
        HourlyRate storageStopped,
        boolean endedUnexpectedly)
        implements BookEntry {

    /** A pod whose GPUs are less busy is idle, in percent. */
    public static final int IDLE_PERCENT_BELOW = 5;

    public PodTold {
        InvalidValue.unless(account != null, "account", "is required");
        pod = Limits.name("pod", pod);
        at = Limits.instant("at", at);
        InvalidValue.unless(state != null, "state", "is required");
        since = Limits.instant("since", since);
        name = name == null || name.isBlank() ? pod : Limits.name("name", name);
        storageStopped = storageStopped == null ? HourlyRate.ZERO : storageStopped;
    }

    /** The same, told at another instant. */
    public PodTold toldAt(Instant other) {
        return new PodTold(
                account,
                pod,
                other,
                state,
                since,
                idleSince,
                utilisationKnown,
                name,
                sku,
                milliGpus,
                price,
                storageStopped,
                endedUnexpectedly);
    }

    /** It runs, and is not idle as far as anybody tells. */
    @JsonIgnore
    public boolean isBusy() {
        return state == PodState.RUNNING && idleSince == null;
    }

    /** Which pod it is, as postings name it. */
    @JsonIgnore
    public String resource() {
        return pod;
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/" + pod + "/told/" + state + "@" + at.toEpochMilli() + (idleSince == null ? "" : "-idle");
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.account(account).key();
    }
}
