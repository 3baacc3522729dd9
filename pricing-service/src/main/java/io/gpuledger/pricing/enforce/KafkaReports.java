package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.pricing.publish.OutgoingRecord;
import io.gpuledger.pricing.publish.PollRecords;
import io.gpuledger.pricing.publish.Publisher;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Says what came of commands on {@code actions.v1}, in the log and as a metric. */
public final class KafkaReports implements Reports {

    private static final Logger LOG = Logger.getLogger("io.gpuledger.pricing.enforce");
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Publisher publisher;
    private final MeterRegistry metrics;

    public KafkaReports(Publisher publisher, MeterRegistry metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Until it is written: what was done but not said would be done again. */
    @Override
    public void tell(ActionTold told) throws InterruptedException {
        String account = told.order().account().toString();
        String action = told.order().verb().word();
        String step = told.step().name().toLowerCase(Locale.ROOT);
        metrics.counter("gpu_ledger_actions", "account", account, "action", action, "step", step)
                .increment();
        String pod = told.pod() == null ? told.order().subject() : account + "/" + told.pod();
        LOG.infof("action=%s %s=\"%s\" step=%s detail=\"%s\"", told.action(), action, pod, step, told.detail());
        while (true) {
            try {
                publisher.publish(List.of(OutgoingRecord.of(told, PollRecords.SOURCE)));
                return;
            } catch (NotPublished e) {
                Thread.sleep(AGAIN_AFTER);
            }
        }
    }
}
