package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.ledger.store.Keys;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is known of the jobs of a partition's owners, on each pod; kept as long as the books are. */
public final class JobTable {

    private final KeyValueStore<String, JobTold> store;

    public JobTable(KeyValueStore<String, JobTold> store) {
        this.store = store;
    }

    /** The meter of a pod tells of its jobs in its own order, so the last is true; one that was withdrawn was never there. */
    public void take(JobTold told) {
        String pod = told.pod() == null ? "" : told.pod();
        String key = Keys.of(told.owner(), told.account(), told.job(), pod);
        if (told.wasWithdrawn()) {
            store.delete(key);
        } else {
            store.put(key, told);
        }
    }
}
