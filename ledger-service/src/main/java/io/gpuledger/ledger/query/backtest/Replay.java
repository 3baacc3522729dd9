package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.rules.BooksFacts;
import io.gpuledger.ledger.watch.Facts;
import io.gpuledger.ledger.watch.Measures;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// a series, a rule -> the crossings it would have made, judged at each minute and at each change
final class Replay {

    static final long STEP = Duration.ofMinutes(1).toMillis();

    private final Rule rule;
    private final Budgets budgets;
    private final List<AssumedPrice> prices;
    private final Watch watch;

    /** @param prices those that are assumed now */
    Replay(Rule rule, Budgets budgets, List<AssumedPrice> prices) {
        this.prices = prices;
        this.rule = rule;
        this.budgets = budgets;
        this.watch = new Watch(List.of(rule), budgets);
    }

    List<Crossing> crossings(Series series, long from, long until) {
        List<Crossing> crossings = new ArrayList<>();
        Watch.Occasion occasion = rule.metric() == Metric.BALANCE ? Watch.Occasion.BALANCE : Watch.Occasion.TICK;
        Watch.Judging judging = new Watch.Judging(occasion, new Remembered(), crossings::add);
        Then then = then(series);
        for (long at : instants(series, from, until)) {
            then.moves().accept(at);
            watch.judge(List.of(rule), new Measures(series.scope(), at, then.facts(), budgets), judging, false);
        }
        return crossings;
    }

    /** Facts, and what moves them on to an instant. */
    private record Then(Facts facts, LongConsumer moves) {}

    private Then then(Series series) {
        if (Backtest.isOfPods(rule.metric())) {
            PodsThen pods = new PodsThen(series, prices);
            return new Then(pods, pods::at);
        }
        if (Backtest.isOfBalances(rule.metric())) {
            BalancesThen balances = new BalancesThen(series);
            return new Then(balances, balances::at);
        }
        return new Then(new BooksFacts(series.books(), List.of()), at -> {});
    }

    private static List<Long> instants(Series series, long from, long until) {
        List<Long> instants = series.changes(from, until);
        for (long at = from; at < until; at += STEP) {
            instants.add(at);
        }
        return instants.stream().sorted().distinct().toList();
    }

    private static final class Remembered implements Watch.States {
        private final SortedMap<String, RuleState> states = new TreeMap<>();

        @Override
        public RuleState of(String key) {
            return states.getOrDefault(key, RuleState.QUIET);
        }

        @Override
        public void keep(String key, RuleState state) {
            if (state.isQuiet()) {
                states.remove(key);
            } else {
                states.put(key, state);
            }
        }

        @Override
        public SortedMap<String, RuleState> all() {
            return Collections.unmodifiableSortedMap(states);
        }
    }
}
