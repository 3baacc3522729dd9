package io.gpuledger.pricing.api;

import io.gpuledger.pricing.ingest.Told;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts what was told. */
@Singleton
public class EventCounts {

    private final MeterRegistry metrics;

    public EventCounts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void notPublished() {
        metrics.counter("gpu_ledger_requests_unpublished").increment();
    }

    void told(List<Told> told) {
        for (Told each : told) {
            String name = each instanceof Told.Accepted ? "gpu_ledger_events_accepted" : "gpu_ledger_events_refused";
            metrics.counter(name).increment();
        }
    }
}
