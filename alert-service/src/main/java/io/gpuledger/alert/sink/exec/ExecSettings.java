package io.gpuledger.alert.sink.exec;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command.
 *
 * @param command the program and its arguments
 * @param folder where it runs; absent means where we do
 * @param once whether a run that failed is not tried again
 */
record ExecSettings(
        boolean sendResolved,
        List<Words> command,
        Map<String, Secret> environment,
        @Nullable String folder,
        Duration timeout,
        boolean once)
        implements SinkSettings {

    @Override
    public Sink sink(Outside outside) {
        return new ExecSink(this, outside);
    }
}
