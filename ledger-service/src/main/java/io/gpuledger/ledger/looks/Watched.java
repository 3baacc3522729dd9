package io.gpuledger.ledger.looks;

import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Span;
import org.jspecify.annotations.Nullable;

/** A pod in the eye of the meter: what the looks at it come to, and where the next one probably counts. */
public final class Watched {

    private final int number;
    private Gaze gaze;
    private @Nullable HourSum sum;
    private @Nullable Rater by;
    private long from;
    private long until;

    /** @param number its bit in the polls */
    public Watched(int number, Gaze gaze) {
        this.number = number;
        this.gaze = gaze;
    }

    int number() {
        return number;
    }

    public Gaze gaze() {
        return gaze;
    }

    void gaze(Gaze other) {
        gaze = other;
    }

    /** The sum that counted the look before, if it counts this one too. */
    @Nullable HourSum sumAt(long at, Rater rater) {
        boolean counts = by == rater && at >= from && at < until;
        return counts && sum != null && !sum.isGone() ? sum : null;
    }

    void countsIn(HourSum other, Span when, Rater rater) {
        sum = other;
        from = when.from();
        until = when.until();
        by = rater;
    }

    void countsAnew() {
        by = null;
        sum = null;
    }
}
