package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Rule;
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
        Watch.Judging judging = new Watch.Judging(Watch.Occasion.TICK, new Remembered(), crossings::add);
        PodsThen pods = Backtest.isOfPods(rule.metric()) ? new PodsThen(series, prices) : null;
        Facts facts = pods == null ? new BooksFacts(series.books(), List.of()) : pods;
        for (long at : instants(series, from, until)) {
            if (pods != null) {
                pods.at(at);
            }
            watch.judge(List.of(rule), new Measures(series.scope(), at, facts, budgets), judging, false);
        }
        return crossings;
    }

    static List<Long> instants(Series series, long from, long until) {
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
