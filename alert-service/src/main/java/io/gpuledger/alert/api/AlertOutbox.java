package io.gpuledger.alert.api;

import io.gpuledger.common.event.Alert;
import java.util.List;

/** Takes alerts to where they are decided on; returns when they are safe. */
@FunctionalInterface
public interface AlertOutbox {

    /** @throws java.io.UncheckedIOException if they could not be kept */
    void alerts(List<Alert> alerts);
}
