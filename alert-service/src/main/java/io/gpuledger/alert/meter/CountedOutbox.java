package io.gpuledger.alert.meter;

import io.gpuledger.alert.api.Outbox;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Silence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what was posted and kept. */
public final class CountedOutbox implements Outbox {

    private final Outbox outbox;
    private final MeterRegistry meters;

    public CountedOutbox(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    static void begin(MeterRegistry meters) {
        received(meters, "firing").increment(0);
        received(meters, "resolved").increment(0);
    }

    private static Counter received(MeterRegistry meters, String status) {
        return meters.counter("alertmanager_alerts_received_total", "status", status, "version", "v2");
    }

    @Override
    public void alerts(List<Alert> alerts) {
        outbox.alerts(alerts);
        alerts.forEach(alert -> received(meters, alert.isResolvedAt(alert.at()) ? "resolved" : "firing")
                .increment());
    }

    @Override
    public void awaitSeen() {
        outbox.awaitSeen();
    }

    @Override
    public void silences(List<Silence> silences) {
        outbox.silences(silences);
    }

    @Override
    public void note(AuditEntry entry) {
        outbox.note(entry);
    }
}
