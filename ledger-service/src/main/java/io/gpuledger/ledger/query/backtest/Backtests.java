package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Planning;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tries rules on what happened. */
public final class Backtests {

    /** A few seconds of judging: 5 scopes for 35 days, or 208 for one. */
    public static final long JUDGEMENTS_MAX = 300_000;

    /** Crossings in one answer. */
    public static final int CROSSINGS_MAX = 10_000;

    private final BooksOnHand books;
    private final Supplier<Budgets> budgets;
    private final Supplier<List<AssumedPrice>> prices;

    /**
     * @param budgets those in force whenever it is asked
     * @param prices those assumed then
     */
    public Backtests(BooksOnHand books, Supplier<Budgets> budgets, Supplier<List<AssumedPrice>> prices) {
        this.books = books;
        this.budgets = budgets;
        this.prices = prices;
    }

    public BacktestAnswer answer(Backtest asked) {
        Budgets inForce = budgets.get();
        asked.rule().check(inForce.all());
        Instant now = books.ledgerTime();
        Instant until = now == null || asked.to().isBefore(now) ? asked.to() : now;
        InvalidValue.unless(asked.from().isBefore(until), "from", "must be before ledger time");
        Planning planning = Planning.of(inForce, asked.rule()::isFor);
        List<PartialSeries> parts = books.ask(new SeriesQuestion(asked.rule(), until, planning));
        checkRange(asked, parts);
        List<Series> series = series(asked, until, parts);
        long from = asked.from().toEpochMilli();
        long judgements = series.stream()
                .mapToLong(one -> judgements(one, from, until.toEpochMilli()))
                .sum();
        InvalidValue.unless(
                judgements <= JUDGEMENTS_MAX,
                "to",
                "needs " + judgements + " judgements for " + series.size() + " scopes, and " + JUDGEMENTS_MAX
                        + " are the most: shorten the range, or give the rule a scope");
        Replay replay = new Replay(asked.rule(), planning.inForce(), prices.get());
        List<Crossing> crossings = series.stream()
                .flatMap(one -> replay.crossings(one, from, until.toEpochMilli()).stream())
                .sorted(Comparator.comparing(Crossing::at).thenComparing(Crossing::key))
                .toList();
        return answer(new BacktestAnswer(asked.from(), until, series.size(), judgements, 0, crossings, 0));
    }

    private static BacktestAnswer answer(BacktestAnswer whole) {
        long fired = whole.crossings().stream()
                .filter(crossing -> crossing.state() == Crossing.State.FIRING)
                .count();
        List<Crossing> page = whole.crossings().stream().limit(CROSSINGS_MAX).toList();
        return new BacktestAnswer(
                whole.from(),
                whole.until(),
                whole.scopes(),
                whole.judgements(),
                fired,
                page,
                whole.crossings().size() - page.size());
    }

    private List<Series> series(Backtest asked, Instant until, List<PartialSeries> parts) {
        List<Series> series =
                parts.stream().flatMap(part -> part.series().stream()).toList();
        if (!Backtest.isOfBalances(asked.rule().metric())) {
            return series;
        }
        Map<Scope, Series> accounts = new LinkedHashMap<>();
        series.forEach(one -> accounts.put(one.scope(), one));
        observed(asked, until)
                .forEach((account, observed) -> accounts.put(
                        account,
                        accounts.getOrDefault(account, Series.ofNothing(account))
                                .with(observed)));
        return List.copyOf(accounts.values());
    }

    private Map<Scope, List<AccountObserved>> observed(Backtest asked, Instant until) {
        List<List<AccountObserved>> parts = books.ask(new BalancesQuestion(asked.rule(), asked.from(), until));
        checkSize(parts.stream().anyMatch(part -> part.size() > SeriesQuestion.STEPS_MAX));
        return parts.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        seen -> Scope.account(seen.account()), LinkedHashMap::new, Collectors.toList()));
    }

    private static long judgements(Series series, long from, long until) {
        return Math.ceilDiv(until - from, Replay.STEP)
                + series.changes(from, until).size();
    }

    private static void checkSize(boolean tooMany) {
        InvalidValue.unless(
                !tooMany,
                "rule.scope",
                "must be given: all that the rule can look at changes more than " + SeriesQuestion.STEPS_MAX
                        + " times");
    }

    private static void checkRange(Backtest asked, List<PartialSeries> parts) {
        checkSize(parts.stream().anyMatch(PartialSeries::tooMany));
        long horizon =
                parts.stream().mapToLong(PartialSeries::foldedUntil).max().orElse(Long.MIN_VALUE);
        InvalidValue.unless(
                asked.from().toEpochMilli() >= horizon,
                "from",
                "must not be before the horizon: what lies behind it is kept by the hour");
        InvalidValue.unless(
                parts.stream().flatMap(part -> part.series().stream()).noneMatch(Series::isBlind),
                "rule.scope",
                "has pods that have not changed since before the horizon: behind it "
                        + asked.rule().metric().word() + " cannot be told, because cost is not kept by the pod");
    }
}
