package io.gpuledger.pricing.provider;

import io.gpuledger.common.event.PodObserved;
import java.util.List;

/** All pods a provider listed at an instant: those that could be read, each once, and those that could not. */
public record PodsSeen(List<PodObserved> pods, List<UnreadablePod> unreadable) {

    /** @param json what of it may be kept: only fields that are read, and none that can hold a secret */
    public record UnreadablePod(String reason, String json) {}

    public PodsSeen {
        pods = List.copyOf(pods);
        unreadable = List.copyOf(unreadable);
    }
}
