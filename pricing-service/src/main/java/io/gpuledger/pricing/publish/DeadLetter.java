package io.gpuledger.pricing.publish;

import java.time.Instant;

/**
 * What could not be used.
 *
 * @param source where it came from, such as {@code runpod/main}
 * @param at when it was met
 * @param reason field and rule
 * @param value as it came, without what can be secret
 */
public record DeadLetter(String source, Instant at, String reason, String value) {}
