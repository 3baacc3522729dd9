package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PricesListed;
import java.util.List;

/// records of jobs that held GPUs of their own -> the true one of each is settled, and again when its price is another
final class LoneJobs {

    private final MeterStore store;
    private Ledgers ledgers;

    LoneJobs(MeterStore store, Ledgers ledgers) {
        this.store = store;
        this.ledgers = ledgers;
    }

    void use(Ledgers other) {
        ledgers = other;
    }

    /** Of two records of a job the later recorded is true; of two recorded at one instant, the greater text. */
    void recorded(JobRecorded job) {
        Job known = store.job(job.identity());
        if (known == null || outranks(job, known.record())) {
            store.keep(ledgers.settle(job, known, job.id()));
        }
    }

    /** Those that carry no price of their own and ran on after a list. */
    void listed(PricesListed list) {
        for (Job job : List.copyOf(store.allJobs())) {
            JobRecorded record = job.record();
            if (record.account().provider().equals(list.provider())
                    && record.pricePerGpuHour() == null
                    && record.until().isAfter(list.at())) {
                again(job, list.id());
            }
        }
    }

    void again(Job job, String cause) {
        store.keep(ledgers.settle(job.record(), job, cause));
    }

    private static boolean outranks(JobRecorded job, JobRecorded known) {
        int later = job.at().compareTo(known.at());
        return later > 0 || (later == 0 && job.toString().compareTo(known.toString()) > 0);
    }
}
