package io.gpuledger.alert.sink.pagerduty;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;

/**
 * PagerDuty, Events API v2.
 *
 * @param texts the fields of the event by their names in the file; {@code severity} only where the file sets it
 */
public record PagerDutySettings(
        Secret routingKey, String url, Map<String, Words> texts, Extras extras, HttpSettings http)
        implements SinkSettings {

    /**
     * What an event may have besides.
     *
     * @param details more of {@code custom_details}
     * @param links each has an {@code href} and a {@code text}
     * @param images each has a {@code src}, and may have an {@code alt} and an {@code href}
     */
    public record Extras(Map<String, Words> details, List<Map<String, Words>> links, List<Map<String, Words>> images) {}

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new PagerDutySink(this, outside);
    }
}
