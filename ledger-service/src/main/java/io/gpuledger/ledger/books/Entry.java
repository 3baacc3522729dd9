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

    /** The resource of entries behind the horizon. */
    public static final String FOLDED = "folded";

    private static final String FOLDED_BEFORE = "folded@";

    public static Entry of(Posting posting) {
        return new Entry(
                new Strand(posting.cell(), posting.use(), posting.source(), posting.isHeld(), posting.isBilled()),
                posting.resource(),
                posting.name(),
                posting.job(),
                posting.at().toEpochMilli(),
                posting.knownAt().toEpochMilli(),
                new Rates(posting.rate().nanoDollars(), posting.milliGpus(), posting.unpricedMilliGpus()),
                posting.amount() == null ? Impulse.NONE : Impulse.of(posting.amount()),
                posting.cause());
    }

    /** What is left of the entries of an hour that lies before a day: the sums from the next hour on. */
    public static Entry folded(Strand strand, long hour, long day, Rates rates, Impulse impulse) {
        return new Entry(strand, FOLDED, FOLDED, null, hour, hour, rates, impulse, FOLDED_BEFORE + day);
    }

    public boolean isFolded() {
        return resource.equals(FOLDED) && cause.startsWith(FOLDED_BEFORE);
    }

    /** The day before which all was folded when this was; only of what is folded. */
    long foldedUntil() {
        return Long.parseLong(cause.substring(FOLDED_BEFORE.length()));
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
