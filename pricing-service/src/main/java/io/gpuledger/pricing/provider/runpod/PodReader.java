package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.PodsSeen.UnreadablePod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a pod as one of the APIs writes it. */
interface PodReader {

    /** The pod at an instant; empty where it is no more. An {@link InvalidValue} where it cannot be used. */
    Optional<PodObserved> read(JsonNode pod, Instant at);

    /** The fields that are read and hold nothing secret. */
    Set<String> fields();

    /** Reads a list; of two pods with one id the first stands. */
    default PodsSeen readAll(Iterable<JsonNode> list, Instant at) {
        Map<String, PodObserved> pods = new LinkedHashMap<>();
        List<UnreadablePod> unreadable = new ArrayList<>();
        for (JsonNode pod : list) {
            try {
                InvalidValue.unless(pod.isObject(), "pod", "must be an object");
                read(pod, at).ifPresent(read -> pods.putIfAbsent(read.pod(), read));
            } catch (InvalidValue | ArithmeticException e) {
                unreadable.add(new UnreadablePod(
                        String.valueOf(e.getMessage()),
                        PodFields.only(pod, fields()).toString()));
            }
        }
        return new PodsSeen(List.copyOf(pods.values()), unreadable);
    }
}
