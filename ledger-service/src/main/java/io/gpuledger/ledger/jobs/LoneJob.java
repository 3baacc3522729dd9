package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.ledger.rating.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// the record of a job that held GPUs of its own -> what is known of it
public final class LoneJob {

    private LoneJob() {}

    /**
     * What has to be told.
     *
     * @param before the record that was true before; absent where it is the first
     * @param due what is due for it now
     */
    public static List<JobTold> told(@Nullable JobRecorded before, JobRecorded job, Due due, Instant known) {
        JobTold now = told(job, due, known, false);
        if (before == null || before.owner().equals(job.owner())) {
            return List.of(now);
        }
        return List.of(told(before, Due.NOTHING, known, true), now);
    }

    private static JobTold told(JobRecorded job, Due due, Instant known, boolean withdrawn) {
        return new JobTold(
                job.account(),
                job.job(),
                null,
                known,
                job.owner(),
                job.project(),
                null,
                job.from(),
                job.until(),
                State.STOPPED,
                job.milliGpus(),
                1,
                null,
                job.counters(),
                new Spending(due).of(job.job(), job.from().toEpochMilli()),
                null,
                withdrawn);
    }
}
