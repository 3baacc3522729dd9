package io.gpuledger.ledger.watch.past;

import io.gpuledger.common.event.LettersBuried;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is kept of what rules read: one of the three. */
public record Trace(
        @Nullable PollRun polls,
        @Nullable LettersBuried letters,
        @Nullable Complete complete) {

    /** How long what rules read is kept, before the latest instant of ledger time. */
    public static final Duration KEPT = Duration.ofDays(36);

    /** How many superseded pods, and how many superseded lines of bills, a partition keeps; the oldest go first. */
    public static final int VERSIONS_MAX = 100_000;

    /** What a rule may look at. */
    public enum Matter {
        ANY,
        PODS,
        BILLS
    }

    /** From when on all of it is there. */
    public record Complete(Matter matter, Instant from) {}

    public static Trace of(PollRun polls) {
        return new Trace(polls, null, null);
    }

    public static Trace of(LettersBuried letters) {
        return new Trace(null, letters, null);
    }

    public static Trace of(Complete complete) {
        return new Trace(null, null, complete);
    }
}
