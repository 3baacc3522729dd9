package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.event.AccountObserved;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The direct cost of a scope over time, whatever it was spent on.
 *
 * @param steps at most one for each instant and part
 * @param pods what changed of its pods, where it is asked for
 * @param isBlind some of the pods have not changed since before the horizon, so they are not among these
 * @param balances what was observed of its balance, in the order of time, where it is asked for
 */
public record Series(
        Scope scope, List<Step> steps, List<PodStep> pods, boolean isBlind, List<AccountObserved> balances) {

    private static final AccountRef ANY = new AccountRef("any", "any");

    /**
     * What changes at an instant.
     *
     * @param part apart from others of the instant, so that no sum is too large
     * @param unowned it belongs to nobody
     */
    public record Step(long at, int part, boolean unowned, long nanoDollars, Money gained) {}

    private record Place(long at, int part, boolean unowned) {}

    /** @param withPods a rule on pods is tried */
    static Series of(Scope scope, ScopeBook book, long until, boolean withPods) {
        List<PodStep> pods = new ArrayList<>();
        Map<Strand, Long> folded = new HashMap<>();
        book.each(until, strand -> withPods && ScopeBook.isDirect(strand), entry -> {
            if (entry.isFolded()) {
                folded.merge(entry.strand(), entry.rates().nanoDollars(), Long::sum);
            } else if (PodStep.isOfPod(entry)) {
                pods.add(PodStep.of(entry));
            }
        });
        boolean isBlind = folded.values().stream().anyMatch(rate -> rate != 0);
        return new Series(scope, steps(book, until), pods, isBlind, List.of());
    }

    /** An account that has cost nothing. */
    static Series ofNothing(Scope scope) {
        return new Series(scope, List.of(), List.of(), false, List.of());
    }

    Series with(List<AccountObserved> observed) {
        return new Series(scope, steps, pods, isBlind, observed);
    }

    private static List<Step> steps(ScopeBook book, long until) {
        Map<Place, Step> steps = new HashMap<>();
        book.each(until, ScopeBook::isDirect, entry -> add(steps, entry));
        return steps.values().stream()
                .filter(step -> step.nanoDollars != 0 || step.gained.signum() != 0)
                .toList();
    }

    private static void add(Map<Place, Step> steps, Entry entry) {
        boolean unowned = ScopeBook.isUnattributed(entry.strand());
        long nanoDollars = entry.rates().nanoDollars();
        Money gained = entry.impulse().cost();
        for (int part = 0; ; part++) {
            Place place = new Place(entry.at(), part, unowned);
            Step before = steps.getOrDefault(place, new Step(entry.at(), part, unowned, 0, Money.ZERO));
            long sum = before.nanoDollars + nanoDollars;
            boolean tooLarge = ((before.nanoDollars ^ sum) & (nanoDollars ^ sum)) < 0;
            if (!tooLarge) {
                steps.put(place, new Step(entry.at(), part, unowned, sum, before.gained.plus(gained)));
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

    /** The instants in {@code [from, until)} at which something changed. */
    List<Long> changes(long from, long until) {
        return new ArrayList<>(
                Stream.of(steps.stream().map(Step::at), pods.stream().map(PodStep::at), observations())
                        .flatMap(instants -> instants)
                        .filter(at -> at >= from && at < until)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private Stream<Long> observations() {
        return balances.stream().map(seen -> seen.at().toEpochMilli());
    }
}
