package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;

/**
 * A step as it stands in the books of a scope.
 *
 * @param at epoch milliseconds
 * @param cause the id of the observation that last changed it
 */
public record BookedStep(
        Cell cell, String resource, String name, long at, Rates rates, PriceSource source, String cause) {

    public static BookedStep of(Posting posting) {
        return new BookedStep(
                posting.cell(),
                posting.resource(),
                posting.name(),
                posting.at().toEpochMilli(),
                new Rates(posting.rate().nanoDollars(), posting.milliGpus(), posting.unpricedMilliGpus()),
                posting.source(),
                posting.cause());
    }

    public BookedStep plus(BookedStep other) {
        return new BookedStep(cell, resource, other.name, at, rates.plus(other.rates), source, other.cause);
    }
}
