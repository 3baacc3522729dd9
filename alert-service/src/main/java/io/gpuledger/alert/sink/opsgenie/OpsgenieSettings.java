package io.gpuledger.alert.sink.opsgenie;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;

/**
 * Alerts of Opsgenie.
 *
 * @param url ends with a slash
 * @param texts by their names in the file
 * @param updates whether message and description of an open alert are set anew
 */
record OpsgenieSettings(
        Secret key,
        String url,
        Map<String, Words> texts,
        Map<String, Words> details,
        List<Responder> responders,
        boolean updates,
        HttpSettings http)
        implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new OpsgenieSink(this, outside);
    }
}
