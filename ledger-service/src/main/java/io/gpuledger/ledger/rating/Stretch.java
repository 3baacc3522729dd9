package io.gpuledger.ledger.rating;

/**
 * A charge for as long as it holds.
 *
 * @param name what the resource was called then
 * @param cause the id of the event it rests on
 */
public record Stretch(Span span, String name, Charge charge, String cause) {}
