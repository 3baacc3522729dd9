package io.gpuledger.alert.flow;

import io.gpuledger.common.event.Withheld.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many alerts were kept quiet by what, at all looks since the start. */
public final class Tally {

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    public Tally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void add(Map<Kind, Integer> suppressed) {
        suppressed.forEach((kind, count) -> adder(kind).add(count));
    }

    public long of(Kind kind) {
        return adder(kind).sum();
    }

    private LongAdder adder(Kind kind) {
        return counts.computeIfAbsent(kind, any -> new LongAdder());
    }
}
