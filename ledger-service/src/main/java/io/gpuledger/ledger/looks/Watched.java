package io.gpuledger.ledger.looks;

import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Span;
import org.jspecify.annotations.Nullable;

/** A pod in the eye of the meter: what the looks at it come to, and where the next one probably counts. */
public final class Watched {

    private Gaze gaze;
    private @Nullable HourSum sum;
    private @Nullable Rater by;
    private Span span = new Span(0, 0);

    public Watched(Gaze gaze) {
        this.gaze = gaze;
    }

    public Gaze gaze() {
        return gaze;
    }

    void gaze(Gaze other) {
        gaze = other;
    }

    /** The sum that counted the look before, if it counts this one too. */
    @Nullable HourSum sumAt(long at, Rater rater) {
        boolean counts = by == rater && at >= span.from() && at < span.until();
        return counts && sum != null && !sum.isGone() ? sum : null;
    }

    void countsIn(HourSum other, Span when, Rater rater) {
        sum = other;
        span = when;
        by = rater;
    }

    void countsAnew() {
        by = null;
        sum = null;
    }
}
