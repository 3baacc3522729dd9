package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.AccountRef;

/** Where the jobs of each pod are remembered. */
public interface JobShelf {

    /** {@link JobBook#EMPTY} where no job is known of the pod. */
    JobBook jobs(AccountRef account, String pod);

    void keep(AccountRef account, String pod, JobBook jobs);
}
