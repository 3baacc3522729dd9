package io.gpuledger.alert.sink.slack;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import org.jspecify.annotations.Nullable;

/**
 * A channel of Slack.
 *
 * @param url of an incoming webhook, which is a secret, or of {@code chat.postMessage}
 * @param token a bot's; absent with a webhook, or where {@code http_config} has it
 * @param updates whether a message is changed in place when there is news
 */
record SlackSettings(Secret url, @Nullable Secret token, boolean updates, SlackMessage message, HttpSettings http)
        implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new SlackSink(this, outside);
    }
}
