package io.gpuledger.alert.api;

import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Silence;
import java.util.List;

/** Takes alerts and silences to where they are decided on. */
public interface Outbox {

    /**
     * Returns when they are safe.
     *
     * @throws java.io.UncheckedIOException if they could not be kept
     */
    void alerts(List<Alert> alerts);

    /** Returns when whoever asks sees what was posted here before, where that does not take long. */
    void awaitSeen();

    /**
     * Returns when they hold.
     *
     * @throws java.io.UncheckedIOException if they could not be kept, or do not hold after a while
     */
    void silences(List<Silence> silences);

    /**
     * Returns when it is safe.
     *
     * @throws java.io.UncheckedIOException if it could not be kept
     */
    void note(AuditEntry entry);
}
