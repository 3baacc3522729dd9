package io.gpuledger.alert.api;

import io.gpuledger.common.event.Silence;
import java.util.List;

/** Takes silences to where alerts are decided on; returns when they hold there. */
@FunctionalInterface
public interface SilenceOutbox {

    /** @throws java.io.UncheckedIOException if they could not be kept, or do not hold after a while */
    void silences(List<Silence> silences);
}
