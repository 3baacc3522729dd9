package io.gpuledger.alert.sink.teams;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;

/**
 * A workflow of Microsoft Teams.
 */
record TeamsSettings(Secret url, Words title, Words text, HttpSettings http) implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new TeamsSink(this, outside);
    }
}
