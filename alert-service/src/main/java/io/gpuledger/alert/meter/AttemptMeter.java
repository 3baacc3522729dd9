package io.gpuledger.alert.meter;

import io.gpuledger.alert.delivery.Witness;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Notification;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts attempts under Alertmanager's names, and logs those that failed. */
@Singleton
public final class AttemptMeter implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger("io.gpuledger.alert.delivery");

    private final MeterRegistry meters;

    public AttemptMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void attempted(Notification said, Answer answer, Duration took) {
        String kind = said.integration();
        meters.counter("alertmanager_notification_requests_total", "integration", kind)
                .increment();
        meters.timer("alertmanager_notification_latency_seconds", "integration", kind)
                .record(took);
        if (answer instanceof Answer.Delivered) {
            meters.counter("alertmanager_notifications_total", "integration", kind)
                    .increment();
            return;
        }
        String reason = answer instanceof Answer.Rejected ? "clientError" : "serverError";
        meters.counter("alertmanager_notifications_failed_total", "integration", kind, "reason", reason)
                .increment();
        LOG.warn(
                "not delivered receiver={} integration={} outcome={} notification={}",
                said.receiver(),
                kind,
                answer.detail(),
                said.id());
    }
}
