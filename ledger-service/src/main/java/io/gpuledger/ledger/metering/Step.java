package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;

/**
 * From {@code at} (epoch milliseconds) on, the rate of a cell is another by so much.
 *
 * @param nanoDollars change of nano-dollars per hour
 */
public record Step(Place place, long nanoDollars, long milliGpus, long unpricedMilliGpus, String cause) {

    /** What makes two steps one: instant, cell, where the price came from, and the resource's name by then. */
    public record Place(long at, Cell cell, PriceSource source, String name) {}

    boolean changesNothing() {
        return nanoDollars == 0 && milliGpus == 0 && unpricedMilliGpus == 0;
    }

    Step plus(Step other) {
        return new Step(
                place,
                Math.addExact(nanoDollars, other.nanoDollars),
                Math.addExact(milliGpus, other.milliGpus),
                Math.addExact(unpricedMilliGpus, other.unpricedMilliGpus),
                cause);
    }

    Step negated() {
        return new Step(place, -nanoDollars, -milliGpus, -unpricedMilliGpus, cause);
    }
}
