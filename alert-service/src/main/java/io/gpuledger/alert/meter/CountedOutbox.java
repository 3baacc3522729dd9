package io.gpuledger.alert.meter;

import io.gpuledger.alert.api.Outbox;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Silence;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what was posted and kept. */
public final class CountedOutbox implements Outbox {

    private final Outbox outbox;
    private final MeterRegistry meters;

    public CountedOutbox(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
        count("firing", 0);
        count("resolved", 0);
    }

    @Override
    public void alerts(List<Alert> alerts) {
        outbox.alerts(alerts);
        long over =
                alerts.stream().filter(alert -> alert.isResolvedAt(alert.at())).count();
        count("resolved", over);
        count("firing", alerts.size() - over);
    }

    private void count(String status, long alerts) {
        meters.counter("alertmanager_alerts_received_total", "status", status, "version", "v2")
                .increment(alerts);
    }

    @Override
    public void silences(List<Silence> silences) {
        outbox.silences(silences);
    }
}
