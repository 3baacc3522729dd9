package io.gpuledger.alert.sink;

import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import java.time.InstantSource;

/**
 * What sinks share.
 *
 * @param guard for sinks that do not speak HTTP; {@code http} asks it by itself
 * @param actions where actions are asked for
 * @param externalUrl where programs reach this service
 * @param readOnUrl where people read on: the console, or this service where there is none
 */
public record Outside(
        HttpCaller http,
        TargetGuard guard,
        Receipts receipts,
        ActionBook actions,
        String externalUrl,
        String readOnUrl,
        InstantSource clock) {

    public Subject subject(Notification said) {
        return new Subject(said, readOnUrl);
    }
}
