package io.gpuledger.ledger.looks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.ledger.rating.Span;
import java.time.Duration;

/**
 * What the looks at a pod come to: how it was last seen, and since when it has been idle. All of them and in whatever order
 * they come make the same; who was seen when is in the polls.
 *
 * @param last what the newest look said
 * @param notIdleAt the last look that did not find it idle, epoch milliseconds, kept only while {@code last} is idle;
 *     {@link Long#MIN_VALUE} where there was none
 * @param idleFrom the first look after that, kept only while {@code last} is idle; else {@link Span#OPEN}
 * @param lasts it was idle for at least {@link #LASTING}; less reads as 0 minutes, and is not told
 */
public record Gaze(Look last, long notIdleAt, long idleFrom, boolean lasts) {

    /** What is idle for less is not told, so that a pod whose use jumps from poll to poll is no news. */
    static final Duration LASTING = Duration.ofMinutes(1);

    public static final Gaze NONE = new Gaze(Look.NONE, Long.MIN_VALUE, Span.OPEN, false);
    private static final Gaze UNTOLD = new Gaze(Look.UNTOLD, Long.MIN_VALUE, Span.OPEN, false);
    private static final Gaze BUSY = new Gaze(Look.BUSY, Long.MIN_VALUE, Span.OPEN, false);

    /** After a newest look that does not find it idle. */
    static Gaze of(Look last) {
        return switch (last) {
            case UNTOLD -> UNTOLD;
            case BUSY -> BUSY;
            case NONE, IDLE -> throw new IllegalArgumentException(last.name());
        };
    }

    static Gaze idle(long notIdleAt, long idleFrom, long newest) {
        return new Gaze(Look.IDLE, notIdleAt, idleFrom, newest - idleFrom >= LASTING.toMillis());
    }

    @JsonIgnore
    boolean isIdle() {
        return last == Look.IDLE;
    }

    @JsonIgnore
    boolean isKnown() {
        return last == Look.IDLE || last == Look.BUSY;
    }

    /** What is told of it may be another than before. */
    public boolean tellsOtherThan(Gaze before) {
        return isKnown() != before.isKnown() || lasts != before.lasts || (lasts && idleFrom != before.idleFrom);
    }

    /** A look that is not out of order changes nothing, as nearly all do not. */
    boolean isConfirmedBy(Look look, long at) {
        return look == last && (look != Look.IDLE || (at >= idleFrom && (lasts || at - idleFrom < LASTING.toMillis())));
    }
}
