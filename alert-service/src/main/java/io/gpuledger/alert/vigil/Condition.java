package io.gpuledger.alert.vigil;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How it stands with one integration: what it took last, and what it has not taken since. */
final class Condition {

    /** What is under way and has failed before, by notification; and since when it is waited for. */
    private final Map<String, Instant> waiting = new HashMap<>();

    private @Nullable Instant deliveredAt;
    private @Nullable Instant refusedFrom;
    private @Nullable Instant refusedUntil;
    private boolean givenUp;
    private String detail = "";

    void delivered(String notification, Instant at) {
        waiting.remove(notification);
        if (deliveredAt == null || at.isAfter(deliveredAt)) {
            deliveredAt = at;
        }
        if (refusedUntil != null && refusedUntil.isAfter(at)) {
            // Outcomes of several partitions are not read in the order of their times.
            refusedFrom = refusedUntil;
        } else {
            refusedFrom = null;
            refusedUntil = null;
            givenUp = false;
        }
    }

    void waits(String notification, Instant decidedAt, String why) {
        waiting.put(notification, decidedAt);
        detail = why;
    }

    void refused(String notification, Instant at, boolean forGood, String why) {
        waiting.remove(notification);
        if (deliveredAt != null && !at.isAfter(deliveredAt)) {
            return;
        }
        refusedFrom = refusedFrom == null || at.isBefore(refusedFrom) ? at : refusedFrom;
        refusedUntil = refusedUntil == null || at.isAfter(refusedUntil) ? at : refusedUntil;
        givenUp |= forGood;
        detail = why;
    }

    @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    String detail() {
        return detail;
    }

    /** Since when nothing was taken that should have been; absent where all is well. */
    @Nullable Instant failingSince() {
        Instant earliest = refusedFrom;
        for (Instant decided : waiting.values()) {
            Instant from = deliveredAt != null && deliveredAt.isAfter(decided) ? deliveredAt : decided;
            earliest = earliest == null || from.isBefore(earliest) ? from : earliest;
        }
        return earliest;
    }

    /** The last that is known of its failing: while something waits that is now. */
    @Nullable Instant failingUntil(Instant now) {
        return waiting.isEmpty() ? refusedUntil : now;
    }
}
