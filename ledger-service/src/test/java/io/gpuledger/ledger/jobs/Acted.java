package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What jobs did, and the life of the pod they did it on, as a test tells it; instants are milliseconds. */
final class Acted {

    static final AccountRef MAIN = new AccountRef("runpod", "main");
    static final PodJobs.Place PLACE = new PodJobs.Place(MAIN, "node", Instant.ofEpochMilli(99));

    private Acted() {}

    static JobStarted start(String job, long at, long milliGpus) {
        return new JobStarted(
                MAIN, "node", job, Instant.ofEpochMilli(at), "of-" + job, "project", "centre", milliGpus, Map.of());
    }

    static JobStopped stop(String job, long at) {
        return stop(job, at, false, null);
    }

    static JobStopped stop(String job, long at, boolean preempted, @Nullable JobCounters counters) {
        return new JobStopped(MAIN, "node", job, Instant.ofEpochMilli(at), preempted, counters);
    }

    static JobRecorded record(String job, long recorded, Span span, long milliGpus) {
        return new JobRecorded(
                MAIN,
                job,
                Instant.ofEpochMilli(recorded),
                "of-" + job,
                null,
                Instant.ofEpochMilli(span.from()),
                Instant.ofEpochMilli(span.until()),
                milliGpus,
                null,
                Tier.ON_DEMAND,
                null,
                Map.of(),
                "node",
                null);
    }

    static JobFacts facts(List<? extends PodEvent> events) {
        JobFacts facts = JobFacts.NONE;
        for (PodEvent event : events) {
            facts = facts.with(event);
        }
        return facts;
    }

    static JobFacts facts(PodEvent... events) {
        return facts(List.of(events));
    }

    /** A pod that ran in these spans: so many nano-dollars per hour for compute, and 7 for its disks. */
    static Due ran(long nanos, long milliGpus, Span... spans) {
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : spans) {
            stretches.add(stretch(span, Component.COMPUTE, nanos, milliGpus));
            stretches.add(stretch(span, Component.STORAGE, 7, 0));
        }
        return new Due(stretches, List.of());
    }

    static Stretch stretch(Span span, Component component, long nanos, long milliGpus) {
        Cell cell = new Cell("platform", null, null, MAIN, "here", "A100", Tier.ON_DEMAND, component);
        Charge charge =
                new Charge(cell, PriceSource.OBSERVED, new HourlyRate(nanos), milliGpus, 0, null, null, false, false);
        return new Stretch(span, "node-1", charge, "seen");
    }
}
