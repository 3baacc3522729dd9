package io.gpuledger.alert.sink.heartbeat;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import java.time.Duration;

/**
 * Where a heartbeat goes.
 *
 * @param url knows who we are, so nobody may see it
 * @param every how often it is meant to come
 */
public record HeartbeatSettings(Secret url, Duration every) implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return false;
    }

    @Override
    public Sink sink(Outside outside) {
        return new HeartbeatSink(this, outside);
    }
}
