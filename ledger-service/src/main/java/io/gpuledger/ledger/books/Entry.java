package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the books of a scope: postings of one strand, resource, job, instant and knowledge instant are one entry.
 *
 * @param at when it takes effect, epoch milliseconds
 * @param known up to when the ledger had been told what happened when it was posted; later than {@code at} for a correction
 * @param impulse what is gained at once; nothing for a step
 * @param cause the id of the observation that last changed it
 */
public record Entry(
        Strand strand,
        String resource,
        String name,
        @Nullable String job,
        long at,
        long known,
        Rates rates,
        Impulse impulse,
        String cause) {

    public static Entry of(Posting posting) {
        return new Entry(
                new Strand(posting.cell(), posting.use(), posting.source(), posting.isHeld()),
                posting.resource(),
                posting.name(),
                posting.job(),
                posting.at().toEpochMilli(),
                posting.knownAt().toEpochMilli(),
                new Rates(posting.rate().nanoDollars(), posting.milliGpus(), posting.unpricedMilliGpus()),
                posting.amount() == null ? Impulse.NONE : Impulse.of(posting.amount()),
                posting.cause());
    }

    public Entry plus(Entry other) {
        return new Entry(
                strand,
                resource,
                name,
                job,
                at,
                known,
                rates.plus(other.rates),
                impulse.plus(other.impulse),
                other.cause);
    }

    public boolean isNothing() {
        return rates.isNothing() && impulse.isNothing();
    }

    /** It corrects what was said before. */
    public boolean isCorrection() {
        return known > at;
    }

    public Cell cell() {
        return strand.cell();
    }

    public PriceSource source() {
        return strand.source();
    }
}
