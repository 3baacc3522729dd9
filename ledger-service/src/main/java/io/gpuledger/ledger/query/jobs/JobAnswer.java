package io.gpuledger.ledger.query.jobs;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that held GPUs, or asked for them, in a range.
 *
 * @param until the end of what is answered: the end asked for, or ledger time where that is earlier
 * @param ledgerTime up to when the ledger knows what happened; absent before the first poll
 * @param rows those of the page asked for, the dearest in the range first
 * @param rowsInAll rows of all pages
 * @param next the offset of the next page; absent on the last
 */
public record JobAnswer(
        Instant from,
        Instant until,
        @Nullable Instant ledgerTime,
        List<Row> rows,
        int rowsInAll,
        @Nullable Integer next) {

    /**
     * A job of an owner, on all its pods.
     *
     * @param from when it first took GPUs, as it was told
     * @param until when it gave back the last of them; absent while it has any, or waits for them
     * @param starts how often it took GPUs
     * @param preempted true where it was preempted, as far as was told; else absent
     * @param retries as it counted them; absent where it did not
     * @param cost in the range, from the books; absent where they do not tell jobs apart any more, or hold nothing of it
     * @param allocated GPU time it held in the range; absent as the cost is
     * @param whole all it held and cost
     * @param counters running totals; of several pods the greatest; absent where none were told
     * @param costPerEpoch all its cost by its epochs; absent while it runs, and where no epochs or not all prices are known
     * @param costPerThousandInferences likewise
     * @param pods on each pod it ran on
     */
    public record Row(
            AccountRef account,
            String job,
            String owner,
            @Nullable String project,
            @Nullable String costCentre,
            JobTold.State state,
            Instant from,
            @Nullable Instant until,
            int starts,
            @Nullable Boolean preempted,
            @Nullable Long retries,
            @Nullable Money cost,
            @Nullable GpuTime allocated,
            Whole whole,
            @Nullable JobCounters counters,
            @Nullable Money costPerEpoch,
            @Nullable Money costPerThousandInferences,
            List<OnPod> pods) {}

    /**
     * All that a job held and cost up to ledger time, corrections by bills in it and overheads not.
     *
     * @param allocated GPU time it held
     * @param unpriced the part of it whose price is unknown, which is not free
     */
    public record Whole(Money cost, GpuTime allocated, GpuTime unpriced) {

        Whole plus(Whole other) {
            return new Whole(cost.plus(other.cost), allocated.plus(other.allocated), unpriced.plus(other.unpriced));
        }
    }

    /**
     * A job on one pod.
     *
     * @param pod absent where it held GPUs of its own
     * @param milliGpus thousandths of a GPU it asks for
     * @param refused why it did not hold what it asked for, somewhere; absent where it did
     */
    public record OnPod(
            @Nullable String pod,
            JobTold.State state,
            Instant from,
            @Nullable Instant until,
            long milliGpus,
            @Nullable String refused,
            Whole whole) {}
}
