package io.gpuledger.alert.sink.pagerduty;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import java.io.IOException;

/** Triggers and resolves PagerDuty incidents: one per group, by its dedup key. */
final class PagerDutySink implements Sink {

    private final PagerDutySettings settings;
    private final Outside outside;

    PagerDutySink(PagerDutySettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Subject subject = outside.subject(notification);
        PagerDutyEvent.Written written = new PagerDutyEvent.Written(
                Words.of(settings.texts(), subject),
                Words.of(settings.extras().details(), subject),
                settings.extras().links().stream()
                        .map(each -> Words.of(each, subject))
                        .toList(),
                settings.extras().images().stream()
                        .map(each -> Words.of(each, subject))
                        .toList());
        PagerDutyEvent event =
                PagerDutyEvent.of(notification, settings.routingKey().read(), written);
        Call call = Call.post(settings.url(), settings.http(), event).with("Idempotency-Key", notification.id());
        return outside.http().call(call).answer();
    }
}
