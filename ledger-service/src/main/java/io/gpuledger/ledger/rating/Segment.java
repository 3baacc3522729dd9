package io.gpuledger.ledger.rating;

/**
 * A stretch of a pod's life during which it was as one sight says.
 *
 * @param estimated no news came: it is held at what was last known
 */
public record Segment(Span span, Sight sight, boolean estimated) {}
