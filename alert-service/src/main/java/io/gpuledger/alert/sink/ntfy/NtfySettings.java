package io.gpuledger.alert.sink.ntfy;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic of an ntfy server.
 *
 * @param texts by their names in the file: title, message, priority, tags, click
 */
record NtfySettings(String url, Secret topic, @Nullable Secret token, Map<String, Words> texts, HttpSettings http)
        implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new NtfySink(this, outside);
    }
}
