package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.backtest.then.Instants;
import io.gpuledger.ledger.query.backtest.then.PodLife;
import io.gpuledger.ledger.query.backtest.then.PodThen;
import io.gpuledger.ledger.query.backtest.then.Then;
import io.gpuledger.ledger.watch.Measures;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// what could be read, a rule -> the crossings it would have made
final class Replay {

    /** Things that are looked at in one answer: some seconds. */
    static final long READINGS_MAX = 10_000_000;

    private final Rule rule;
    private final Budgets budgets;
    private final Watch watch;
    private final List<Crossing> crossings = new ArrayList<>();
    private long judgements;
    private long readings;

    Replay(Rule rule, Budgets budgets) {
        this.rule = rule;
        this.budgets = budgets;
        this.watch = new Watch(List.of(rule), budgets);
    }

    List<Crossing> crossings() {
        return crossings;
    }

    long judgements() {
        return judgements;
    }

    /** The rule has to be judged while nothing changes, because it waits. */
    boolean waits() {
        return rule.hold() != null;
    }

    /** Judges a scope at each of the instants. */
    void judge(Then then, long[] instants) {
        Watch.Judging judging = judging(new Remembered());
        for (long at : instants) {
            then.at(at);
            judge(then, at, judging);
        }
    }

    /**
     * Judges one pod: whenever something was told of it, and at each minute at which it could make a difference that time
     * passes.
     */
    void judge(PodThen then, PodLife pod, Instants instants) {
        Remembered states = new Remembered();
        Watch.Judging judging = judging(states);
        PodTime time = new PodTime(rule);
        for (int i = 0; i < pod.told().size(); i++) {
            long until = Math.min(instants.until(), pod.until(i));
            long at = instants.times().next(Math.max(instants.from(), pod.from(i)));
            then.tells(pod.told().get(i));
            while (at < until) {
                judge(then, at, judging);
                at = instants.minuteAfter(at, time.next(pod.told().get(i), states.only(), at));
            }
        }
    }

    private void judge(Then then, long at, Watch.Judging judging) {
        judgements++;
        readings += then.size();
        InvalidValue.unless(
                readings <= READINGS_MAX,
                "to",
                "needs more than " + READINGS_MAX
                        + " looks at what the rule is for: shorten the range, or give the rule a scope or a namePattern");
        watch.judge(List.of(rule), new Measures(then.scope(), at, then, budgets), judging, false);
    }

    private Watch.Judging judging(Remembered states) {
        Watch.Occasion occasion = rule.metric() == Metric.BALANCE ? Watch.Occasion.BALANCE : Watch.Occasion.TICK;
        return new Watch.Judging(occasion, states, crossings::add);
    }

    private static final class Remembered implements Watch.States {
        private final SortedMap<String, RuleState> states = new TreeMap<>();

        /** Where it stands, of all that is looked at the one that is not at rest. */
        RuleState only() {
            return states.isEmpty() ? RuleState.QUIET : states.firstEntry().getValue();
        }

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
