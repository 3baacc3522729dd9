package io.gpuledger.alert.sink.pagerduty;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.Map;

/**
 * PagerDuty, Events API v2.
 *
 * @param texts the fields of the event by their names in the file; {@code severity} only where the file sets it
 * @param details more of {@code custom_details}
 */
public record PagerDutySettings(
        Secret routingKey, String url, Map<String, Words> texts, Map<String, Words> details, HttpSettings http)
        implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new PagerDutySink(this, outside);
    }
}
