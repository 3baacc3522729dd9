package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.backtest.then.BalancesThen;
import io.gpuledger.ledger.query.backtest.then.BillsThen;
import io.gpuledger.ledger.query.backtest.then.LedgerTimes;
import io.gpuledger.ledger.query.backtest.then.LettersThen;
import io.gpuledger.ledger.query.backtest.then.PodLife;
import io.gpuledger.ledger.query.backtest.then.PollsThen;
import io.gpuledger.ledger.query.backtest.then.Series;
import io.gpuledger.ledger.query.backtest.then.StoppedThen;
import io.gpuledger.ledger.query.backtest.then.Then;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// a backtest -> all that is kept of what its rule reads
final class Kept {

    private final BooksOnHand books;
    private final Backtest asked;
    private final Instant until;
    private final Metric metric;
    private final Map<Scope, Series> series = new LinkedHashMap<>();
    private final List<TracesQuestion.Traces> traces;
    private final long foldedUntil;

    /** @param series the cost of what the rule looks at */
    Kept(BooksOnHand books, Backtest asked, SeriesQuestion series) {
        this.books = books;
        this.asked = asked;
        this.until = series.until();
        this.metric = asked.rule().metric();
        List<PartialSeries> parts = books.ask(series);
        checkSize(parts.stream().anyMatch(PartialSeries::tooMany));
        parts.forEach(part -> part.series().forEach(one -> this.series.put(one.scope(), one)));
        this.foldedUntil =
                parts.stream().mapToLong(PartialSeries::foldedUntil).max().orElse(Long.MIN_VALUE);
        this.traces = Backtest.isOfTraces(metric) ? books.ask(new TracesQuestion(asked.from(), until)) : List.of();
        checkSize(traces.stream().anyMatch(part -> part.size() > SeriesQuestion.STEPS_MAX));
    }

    /** From when on all of it is there, epoch milliseconds. */
    long completeFrom() {
        Trace.Matter matter = Backtest.isOfPods(metric)
                ? Trace.Matter.PODS
                : metric == Metric.CHARGEBACK_ERROR_PERCENT ? Trace.Matter.BILLS : Trace.Matter.ANY;
        return traces.stream()
                .flatMap(part -> part.complete().stream())
                .filter(complete -> complete.matter() == matter || complete.matter() == Trace.Matter.ANY)
                .mapToLong(complete -> complete.from().toEpochMilli())
                .reduce(foldedUntil, Math::max);
    }

    LedgerTimes times() {
        return Backtest.isOfTraces(metric) ? LedgerTimes.of(polls()) : LedgerTimes.ALWAYS;
    }

    /** How many accounts were polled, of those that the rule looks at; 0 where it reads something else. */
    int accounts() {
        return byAccount(polls(), PollRun::account).size();
    }

    Series series(Scope scope) {
        return series.getOrDefault(scope, Series.ofNothing(scope));
    }

    /** What each scope stood like, as the rule reads it; not for rules that look at single pods. */
    List<Then> thens(Instant from) {
        return switch (metric) {
            case BALANCE, RUNWAY, SPEND_LIMIT_PERCENT -> balances();
            case POLLS_FAILED, UNOBSERVED_HOURS -> polled();
            case CHARGEBACK_ERROR_PERCENT -> bills(from);
            case STOPPED_STORAGE -> stopped(from);
            case DEAD_LETTERS -> List.of(new LettersThen(series(Scope.ALL), letters()));
            default -> series.values().stream().map(Then::new).toList();
        };
    }

    private List<Then> stopped(Instant from) {
        return pods(from).entrySet().stream()
                .map(account -> (Then) new StoppedThen(series(account.getKey()), account.getValue()))
                .toList();
    }

    /** All that was told of each pod, by account. */
    Map<Scope, List<PodLife>> pods(Instant from) {
        List<List<PodTold>> parts = books.ask(new PodsQuestion(asked.rule(), from, until));
        checkSize(parts.stream().anyMatch(part -> part.size() > SeriesQuestion.STEPS_MAX));
        return PodLife.of(parts.stream().flatMap(List::stream).toList()).stream()
                .collect(Collectors.groupingBy(PodLife::account, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Then> bills(Instant from) {
        List<List<LinesQuestion.Lines>> parts = books.ask(new LinesQuestion(asked.rule(), from, until));
        List<LinesQuestion.Lines> lines = parts.stream().flatMap(List::stream).toList();
        checkSize(lines.stream().mapToInt(one -> one.changes().size()).sum() > SeriesQuestion.STEPS_MAX);
        return lines.stream()
                .map(one -> (Then) new BillsThen(series(Scope.account(one.account())), one.changes()))
                .toList();
    }

    private List<Then> polled() {
        return byAccount(polls(), PollRun::account).entrySet().stream()
                .map(account -> (Then)
                        new PollsThen(series(account.getKey()), account.getValue(), metric == Metric.POLLS_FAILED))
                .toList();
    }

    private List<Then> balances() {
        List<List<AccountObserved>> parts = books.ask(new BalancesQuestion(asked.rule(), asked.from(), until));
        checkSize(parts.stream().anyMatch(part -> part.size() > SeriesQuestion.STEPS_MAX));
        Map<Scope, List<AccountObserved>> observed =
                byAccount(parts.stream().flatMap(List::stream).toList(), AccountObserved::account);
        Set<Scope> accounts = new LinkedHashSet<>(series.keySet());
        accounts.addAll(observed.keySet());
        return accounts.stream()
                .map(account -> (Then) new BalancesThen(series(account), observed.getOrDefault(account, List.of())))
                .toList();
    }

    /** Of the accounts that the rule looks at. */
    private <T> Map<Scope, List<T>> byAccount(Collection<T> all, Function<T, AccountRef> account) {
        Map<Scope, List<T>> found = all.stream()
                .collect(Collectors.groupingBy(
                        one -> Scope.account(account.apply(one)), LinkedHashMap::new, Collectors.toList()));
        found.keySet().removeIf(scope -> !asked.rule().isFor(scope));
        return found;
    }

    private List<PollRun> polls() {
        return traces.stream().flatMap(part -> part.polls().stream()).toList();
    }

    private List<LettersBuried> letters() {
        return traces.stream().flatMap(part -> part.letters().stream()).toList();
    }

    private static void checkSize(boolean tooMany) {
        InvalidValue.unless(
                !tooMany,
                "rule.scope",
                "must be given, or the range be shorter: all that the rule can look at changes more than "
                        + SeriesQuestion.STEPS_MAX + " times");
    }
}
