package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.ledger.bills.BillBook;
import io.gpuledger.ledger.jobs.JobBook;
import io.gpuledger.ledger.jobs.JobFacts;
import java.time.Instant;

/// what jobs did on a pod, lines of its bills -> their place among the others -> the pod is settled
final class Acts {

    private final MeterStore store;
    private final Posted out;
    private final Horizon horizon;
    private final RollCall.Settling settling;

    Acts(MeterStore store, Posted out, Horizon horizon, RollCall.Settling settling) {
        this.store = store;
        this.out = out;
        this.horizon = horizon;
        this.settling = settling;
    }

    void acted(PodEvent act, String pod, Instant last) {
        JobBook book = store.jobs(act.account(), pod);
        JobFacts facts = book.facts().with(act);
        if (facts.equals(book.facts())) {
            return;
        }
        if (horizon.isBehind(act.account(), last.toEpochMilli())) {
            out.refuse(act, (act instanceof JobRecorded ? "until" : "at") + Horizon.RULE);
        } else if (facts.size() > JobFacts.FACTS_MAX) {
            out.refuse(act, "pod must not have more than " + JobFacts.FACTS_MAX + " events of jobs");
        } else {
            store.keep(act.account(), pod, book.with(facts));
            settling.settle(store.podOf(act.account(), pod), act.id());
        }
    }

    /// line of a bill -> its place among those of its resource -> adjustments
    void billed(BillLine line) {
        String resource = line.resource() == null ? line.account().toString() : line.resource();
        BillBook book = store.bills(line.account(), resource);
        BillBook more = book.with(line);
        if (more.equals(book)) {
            return;
        }
        if (horizon.isBehind(line.account(), line.until().toEpochMilli())) {
            out.refuse(line, "until" + Horizon.RULE);
        } else if (more.lines().size() > BillBook.LINES_MAX) {
            out.refuse(line, "resource must not have more than " + BillBook.LINES_MAX + " lines");
        } else {
            store.keep(line.account(), resource, more);
            settling.settle(store.podOf(line.account(), resource), line.id());
        }
    }
}
