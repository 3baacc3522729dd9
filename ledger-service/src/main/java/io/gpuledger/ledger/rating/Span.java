package io.gpuledger.ledger.rating;

/** From an instant (inclusive) to another (exclusive), epoch milliseconds; {@link #OPEN} where there is no end yet. */
public record Span(long from, long until) {

    /** The end of what has none yet. */
    public static final long OPEN = Long.MAX_VALUE;

    public boolean isEmpty() {
        return from >= until;
    }

    /** The part of both; empty where they do not meet. */
    public Span within(Span other) {
        return new Span(Math.max(from, other.from), Math.min(until, other.until));
    }
}
