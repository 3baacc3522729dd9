package io.gpuledger.alert.notify;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an integration was told of a group the last time. Alerts are named by fingerprint.
 *
 * @param at the tick it was decided at
 * @param sequence counts what was said
 * @param open announced as firing and not called off yet, in whatever notification
 * @param before what was remembered before, in case the receiver refuses this one; one step back only
 */
public record Memory(
        Instant at,
        long sequence,
        Set<String> firing,
        Set<String> resolved,
        Set<String> open,
        @Nullable Memory before) {

    public Memory {
        firing = firing == null ? Set.of() : Set.copyOf(firing);
        resolved = resolved == null ? Set.of() : Set.copyOf(resolved);
        open = open == null ? Set.of() : Set.copyOf(open);
    }

    /** What is remembered once what is true now has been told. */
    public static Memory after(@Nullable Memory last, Teller.Now now) {
        Set<String> open = new TreeSet<>(last == null ? Set.of() : last.open());
        open.addAll(now.firing());
        open.removeAll(now.resolved());
        Memory back = last == null
                ? null
                : new Memory(last.at(), last.sequence(), last.firing(), last.resolved(), last.open(), null);
        long sequence = last == null ? 1 : last.sequence() + 1;
        return new Memory(now.at(), sequence, now.firing(), now.resolved(), open, back);
    }
}
