package io.gpuledger.ledger.books.line;

import org.jspecify.annotations.Nullable;

/**
 * A step, or an impulse, with its texts as numbers of {@link Texts}. Two of one instant, resource, name, job and knowledge
 * instant are one.
 *
 * @param at epoch milliseconds
 * @param known up to when the ledger had been told what happened when this was posted, epoch milliseconds
 * @param cause the cause up to its number
 * @param number the number at the cause's end
 * @param impulse what is gained at once, three numbers of 128 bits; absent for a step
 */
public record Item(
        long at,
        long known,
        int resource,
        int name,
        int job,
        int cause,
        long number,
        long nanoDollars,
        long milliGpus,
        long unpricedMilliGpus,
        long @Nullable [] impulse) {}
