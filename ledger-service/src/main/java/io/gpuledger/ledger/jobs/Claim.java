package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import org.jspecify.annotations.Nullable;

/**
 * Which GPUs a job asks for, and for whom.
 *
 * @param cause the id of the event it rests on
 */
record Claim(
        String job,
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        long milliGpus,
        String cause) {

    static Claim of(JobStarted start) {
        return new Claim(
                start.job(), start.owner(), start.project(), start.costCentre(), start.milliGpus(), start.id());
    }

    static Claim of(JobRecorded record) {
        return new Claim(record.job(), record.owner(), record.project(), null, record.milliGpus(), record.id());
    }

    /** The pod's cell, for whom the job runs. */
    Cell cell(Cell pod) {
        return new Cell(
                owner, project, costCentre, pod.account(), pod.cluster(), pod.sku(), pod.tier(), pod.component());
    }
}
