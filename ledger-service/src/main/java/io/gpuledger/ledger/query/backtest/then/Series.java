package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Impulse;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Strand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The direct cost of a scope over time, whatever it was spent on.
 *
 * @param steps at most one for each instant and part
 */
public record Series(Scope scope, List<Step> steps) {

    private static final AccountRef ANY = new AccountRef("any", "any");

    /**
     * What changes at an instant.
     *
     * @param part apart from others of the instant, so that no sum is too large
     * @param unowned it belongs to nobody
     */
    public record Step(long at, int part, boolean unowned, long nanoDollars, Money gained) {}

    private record Place(long at, int part, boolean unowned) {}

    /** @param since what changed before counts as if it had changed then, epoch milliseconds */
    public static Series of(Scope scope, ScopeBook book, long since, long until) {
        return new Series(scope, steps(book, since, until));
    }

    /** A scope that has cost nothing. */
    public static Series ofNothing(Scope scope) {
        return new Series(scope, List.of());
    }

    private static List<Step> steps(ScopeBook book, long since, long until) {
        Map<Place, Step> steps = new HashMap<>();
        book.each(until, ScopeBook::isDirect, entry -> add(steps, entry, since));
        return steps.values().stream()
                .filter(step -> step.nanoDollars != 0 || step.gained.signum() != 0)
                .toList();
    }

    private static void add(Map<Place, Step> steps, Entry entry, long since) {
        long at = Math.max(entry.at(), since);
        boolean unowned = ScopeBook.isUnattributed(entry.strand());
        long nanoDollars = entry.rates().nanoDollars();
        Money gained = entry.at() < since ? Money.ZERO : entry.impulse().cost();
        for (int part = 0; ; part++) {
            Place place = new Place(at, part, unowned);
            Step before = steps.getOrDefault(place, new Step(at, part, unowned, 0, Money.ZERO));
            long sum = before.nanoDollars + nanoDollars;
            boolean tooLarge = ((before.nanoDollars ^ sum) & (nanoDollars ^ sum)) < 0;
            if (!tooLarge) {
                steps.put(place, new Step(at, part, unowned, sum, before.gained.plus(gained)));
                return;
            }
        }
    }

    /** Books that hold this series and nothing else. */
    Books books() {
        Books books = new Books();
        steps.forEach(step -> books.put(scope, entry(step)));
        return books;
    }

    private static Entry entry(Step step) {
        String owner = step.unowned ? Cell.UNATTRIBUTED : "anybody";
        Cell cell = new Cell(owner, null, null, ANY, null, null, Tier.ON_DEMAND, Component.COMPUTE);
        String resource = "part-" + step.part;
        return new Entry(
                new Strand(cell, null, PriceSource.OBSERVED, false, false),
                resource,
                resource,
                null,
                step.at,
                step.at,
                new Rates(step.nanoDollars, 0, 0),
                new Impulse(step.gained, GpuTime.ZERO, GpuTime.ZERO),
                resource);
    }
}
