package io.gpuledger.ledger.timeline;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * From {@code at} (epoch milliseconds) on, the rate of a cell is another by so much; or the cell gains an amount at once.
 *
 * @param nanoDollars change of nano-dollars per hour
 * @param amount what is gained at once; zero for a step
 */
public record Step(Place place, long nanoDollars, long milliGpus, long unpricedMilliGpus, Money amount, String cause) {

    /**
     * What makes two steps one: instant, cell, where the price came from, the resource's name by then, and its use.
     *
     * @param reconciled true where a bill covers it; else absent
     */
    public record Place(
            long at,
            Cell cell,
            PriceSource source,
            String name,
            @Nullable Use use,
            @Nullable String job,
            boolean estimated,
            @Nullable Boolean reconciled) {

        public Place {
            reconciled = Boolean.TRUE.equals(reconciled) ? true : null;
        }

        Place whetherBilledOrNot() {
            return reconciled == null ? this : new Place(at, cell, source, name, use, job, estimated, null);
        }
    }

    boolean changesNothing() {
        return nanoDollars == 0 && milliGpus == 0 && unpricedMilliGpus == 0 && amount.signum() == 0;
    }

    Step plus(Step other) {
        return new Step(
                place,
                Math.addExact(nanoDollars, other.nanoDollars),
                Math.addExact(milliGpus, other.milliGpus),
                Math.addExact(unpricedMilliGpus, other.unpricedMilliGpus),
                amount.plus(other.amount),
                cause);
    }

    Step whetherBilledOrNot() {
        return new Step(place.whetherBilledOrNot(), nanoDollars, milliGpus, unpricedMilliGpus, amount, cause);
    }

    Step negated() {
        return new Step(place, -nanoDollars, -milliGpus, -unpricedMilliGpus, Money.ZERO.minus(amount), cause);
    }

    Step because(String other) {
        return new Step(place, nanoDollars, milliGpus, unpricedMilliGpus, amount, other);
    }
}
