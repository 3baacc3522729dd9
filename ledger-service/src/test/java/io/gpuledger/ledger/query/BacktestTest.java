package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.backtest.Backtest;
import io.gpuledger.ledger.query.backtest.BacktestAnswer;
import io.gpuledger.ledger.query.backtest.Backtests;
import io.gpuledger.ledger.watch.past.PollRun;
import io.gpuledger.ledger.watch.past.Trace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dollar an hour from October on, and ten from ten to twelve on one day, against a plan of a dollar an hour. */
class BacktestTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant TEN = Instant.parse("2026-10-06T10:00:00Z");
    private static final String FAST =
            "{\"name\": \"fast\", \"metric\": \"burn_multiple\", \"windows\": [\"1h\", \"5m\"], \"above\": 4,"
                    + " \"severity\": \"page\"}";

    private static BacktestAnswer tried(String rule, Instant from, Instant to) throws ConfigFile.Refused {
        Shelf shelf = new Shelf(List.of(
                Written.step("research", START, "1"),
                Written.step("research", TEN, "9"),
                Written.step("research", TEN.plus(Duration.ofHours(2)), "-9")));
        shelf.at(START.plus(Duration.ofDays(60)));
        Budgets budgets = new Budgets(ConfigFile.parse("test", "budgets: [{name: month, owner: research, amount: 744}]")
                .budgets());
        String body = "{\"rule\": " + rule + ", \"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
        return new Backtests(shelf, () -> budgets, List::of).answer(ConfigFile.entry(body, Backtest.class));
    }

    @Test
    void aRuleWouldHaveFiredWhenBothWindowsAgreedAndClearedWhenTheShortOneWasBack() throws ConfigFile.Refused {
        BacktestAnswer answer = tried(FAST, START, START.plus(Duration.ofDays(30)));

        assertThat(answer.crossings()).extracting(Crossing::state).containsExactly(State.FIRING, State.RESOLVED);
        assertThat(answer.crossings())
                .extracting(Crossing::at)
                .containsExactly(TEN.plusSeconds(20 * 60), TEN.plus(Duration.ofMinutes(124)));
        assertThat(answer.fired()).isEqualTo(1);
        assertThat(answer.scopes()).isEqualTo(1);
        assertThat(answer.judgements()).isEqualTo(30 * 1440);
    }

    @Test
    void aBudgetIsJudgedInItsPeriods() throws ConfigFile.Refused {
        BacktestAnswer answer = tried(
                "{\"name\": \"half\", \"metric\": \"budget_percent\", \"above\": 50, \"severity\": \"ticket\"}",
                START,
                START.plus(Duration.ofDays(35)));

        assertThat(answer.crossings()).extracting(Crossing::state).containsExactly(State.FIRING, State.RESOLVED);
        assertThat(answer.crossings().getFirst().at())
                .as("percent has two decimals, so half is reached some seconds before")
                .isBetween(START.plus(Duration.ofMinutes((372 - 18) * 60 - 3)), START.plus(Duration.ofHours(372 - 18)));
        assertThat(answer.crossings().getLast().at()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void whatCannotBeJudgedIsRefusedByFieldAndRule() {
        assertThatThrownBy(() -> tried(FAST, START, START.plus(Duration.ofDays(36))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("to must be at most 35 days after from");
        assertThatThrownBy(() -> tried(FAST, TEN, TEN)).hasMessageContaining("from must be before to");
        assertThatThrownBy(() -> tried(
                        "{\"name\": \"still\", \"metric\": \"ledger_stalled_minutes\", \"above\": 2, \"severity\": \"page\"}",
                        START,
                        TEN))
                .hasMessageContaining("rule.metric must not be ledger_stalled_minutes, which cannot be tried on what"
                        + " happened: it rests on the machine's clock");
        assertThatThrownBy(() -> tried(
                        "{\"name\": \"blind\", \"metric\": \"unobserved_hours\", \"above\": 0.05, \"severity\": \"page\"}",
                        START,
                        TEN))
                .hasMessageContaining("rule.above must, as clear, be at least 0.1 to be tried");
        assertThatThrownBy(() -> tried(FAST.replace("\"above\"", "\"colour\": 1, \"above\""), START, TEN))
                .hasMessageContaining("unknown field 'colour'");
        assertThatThrownBy(() -> tried(FAST.replace("\"5m\"", "\"6m\""), START, TEN))
                .hasMessageContaining("windows must be of 5m, 1h, 6h, 24h, 3d");
        assertThatThrownBy(() -> ConfigFile.entry("", Backtest.class)).hasMessageContaining("is required");
    }

    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    private static PodTold pod(Instant at, PodState state, String price, String disks) {
        return new PodTold(
                Written.ACCOUNT,
                "pod-1",
                at,
                state,
                at,
                null,
                false,
                "trainer",
                "L4",
                2000,
                HourlyRate.ofDollars(price),
                HourlyRate.ofDollars(disks),
                false);
    }

    private static Trace polls(Instant from, Instant until) {
        return Trace.of(new PollRun(Written.ACCOUNT, from, until, 0, until));
    }

    /** Two GPUs for a dollar an hour, from ten on for a quarter more, from twelve on none but the disks until two. */
    private static Shelf aPod() {
        Shelf shelf = new Shelf(List.of())
                .keeps(
                        polls(START, START.plus(Duration.ofDays(60))),
                        pod(START, PodState.RUNNING, "1", "0.05"),
                        pod(TEN, PodState.RUNNING, "1.25", "0.05"),
                        pod(NOON, PodState.STOPPED, "1.25", "0.05"),
                        pod(NOON.plus(Duration.ofHours(2)), PodState.GONE, "1.25", "0"));
        shelf.at(START.plus(Duration.ofDays(60)));
        return shelf;
    }

    private static Posting rate(Instant at, String dollars) {
        return new Posting(
                Scope.account(Written.ACCOUNT),
                new Cell("research", null, null, Written.ACCOUNT, null, "L4", Tier.ON_DEMAND, Component.COMPUTE),
                "pod-1",
                "trainer",
                null,
                null,
                at,
                at,
                HourlyRate.ofDollars(dollars),
                0,
                0,
                null,
                null,
                null,
                PriceSource.OBSERVED,
                "pod-1@" + at);
    }

    private static Shelf aCost() {
        Shelf shelf = new Shelf(List.of(rate(START, "1"), rate(TEN, "0.25")));
        shelf.at(START.plus(Duration.ofDays(60)));
        return shelf;
    }

    private static List<Crossing> triedOnPods(Shelf shelf, String rule) throws ConfigFile.Refused {
        return answer(shelf, rule).crossings();
    }

    private static BacktestAnswer answer(Shelf shelf, String rule) throws ConfigFile.Refused {
        String body = "{\"rule\": {\"name\": \"r\", \"severity\": \"ticket\", " + rule + "}, \"from\": \"" + START
                + "\", \"to\": \"" + START.plus(Duration.ofDays(30)) + "\"}";
        List<AssumedPrice> prices = List.of(new AssumedPrice("L4", HourlyRate.ofDollars("0.50")));
        return new Backtests(shelf, () -> new Budgets(List.of()), () -> prices)
                .answer(ConfigFile.entry(body, Backtest.class));
    }

    @Test
    void disksOfStoppedPodsAreThoseThatWereTold() throws ConfigFile.Refused {
        assertThat(triedOnPods(aPod(), "\"metric\": \"stopped_storage\", \"above\": 1"))
                .extracting(Crossing::state, Crossing::at, Crossing::value)
                .containsExactly(
                        tuple(State.FIRING, TEN.plus(Duration.ofHours(2)), new BigDecimal("1.200000000")),
                        tuple(State.RESOLVED, TEN.plus(Duration.ofHours(4)), new BigDecimal("0")));
    }

    @Test
    void aPriceThatDriftedIsTheOneThatWasTold() throws ConfigFile.Refused {
        assertThat(triedOnPods(aPod(), "\"metric\": \"price_drift_percent\", \"above\": 20"))
                .extracting(Crossing::state, Crossing::at, Crossing::resource)
                .containsExactly(
                        tuple(State.FIRING, TEN, "pod-1"),
                        tuple(State.RESOLVED, TEN.plus(Duration.ofHours(2)), "pod-1"));
    }

    @Test
    void whereLessIsKeptTheRangeIsShortenedAndTheAnswerSaysSo() throws ConfigFile.Refused {
        Shelf shelf = aPod().keeps(Trace.of(new Trace.Complete(Trace.Matter.PODS, NOON.plusSeconds(90))));

        BacktestAnswer answer = answer(shelf, "\"metric\": \"stopped_storage\", \"above\": 1");

        assertThat(answer.from()).isEqualTo(NOON.plusSeconds(90));
        assertThat(answer.shortened()).contains("kept in full only from then on");
        assertThat(answer.crossings())
                .extracting(Crossing::state, Crossing::at)
                .startsWith(tuple(State.FIRING, NOON.plusSeconds(90)));
    }

    @Test
    void nothingWasJudgedWhileNoPollsCame() throws ConfigFile.Refused {
        Shelf shelf = new Shelf(List.of())
                .keeps(polls(START, TEN), polls(NOON, NOON.plusSeconds(600)))
                .keeps(
                        pod(START, PodState.RUNNING, "1", "0.05"),
                        pod(TEN.plusSeconds(5), PodState.STOPPED, "1", "0.05"));
        shelf.at(START.plus(Duration.ofDays(60)));

        assertThat(triedOnPods(shelf, "\"metric\": \"stopped_storage\", \"above\": 1"))
                .extracting(Crossing::at)
                .containsExactly(NOON);
        assertThat(triedOnPods(shelf, "\"metric\": \"unobserved_hours\", \"above\": 1"))
                .isEmpty();
    }

    private static PodTold idle(String pod, Instant at, boolean isIdle) {
        return new PodTold(
                Written.ACCOUNT,
                pod,
                at,
                PodState.RUNNING,
                START,
                isIdle ? at : null,
                true,
                pod,
                "L4",
                1000,
                HourlyRate.ofDollars("1"),
                HourlyRate.ZERO,
                false);
    }

    /** Each idle for five hours, six times in a month. */
    private static Shelf tenThousandPods() {
        Shelf shelf = new Shelf(List.of()).keeps(polls(START, START.plus(Duration.ofDays(60))));
        for (int pod = 0; pod < 10_000; pod++) {
            for (int day = 0; day < 30; day += 5) {
                Instant at = START.plus(Duration.ofDays(day)).plusSeconds(pod);
                shelf.keeps(idle("pod-" + pod, at, true), idle("pod-" + pod, at.plus(Duration.ofHours(5)), false));
            }
        }
        shelf.at(START.plus(Duration.ofDays(60)));
        return shelf;
    }

    @Test
    void aMonthOfTenThousandPodsIsOneAnswer() throws ConfigFile.Refused {
        BacktestAnswer answer = answer(tenThousandPods(), "\"metric\": \"pod_idle_minutes\", \"above\": 120");

        assertThat(answer.fired()).isEqualTo(60_000);
        assertThat(answer.crossings()).hasSize(Backtests.CROSSINGS_MAX);
        assertThat(answer.leftOut()).isEqualTo(120_000 - Backtests.CROSSINGS_MAX);
        assertThat(answer.judgements())
                .as("when it is idle, when that is too long, when it is busy")
                .isEqualTo(180_000);
    }

    private static AccountObserved balance(Instant at, String dollars) {
        return new AccountObserved(
                Written.ACCOUNT,
                at,
                Money.ofDollars(dollars),
                HourlyRate.ofDollars("0.10"),
                HourlyRate.ofDollars("1.25"));
    }

    @Test
    void aBalanceIsJudgedWhenItWasObserved() throws ConfigFile.Refused {
        Shelf shelf = new Shelf(List.of())
                .keeps(balance(START.minusSeconds(30), "12"))
                .keeps(balance(TEN.plusSeconds(10), "9.99"))
                .keeps(balance(TEN.plusSeconds(70), "9.50"))
                .keeps(balance(TEN.plusSeconds(130), "50"));
        shelf.at(START.plus(Duration.ofDays(60)));

        assertThat(triedOnPods(shelf, "\"metric\": \"balance\", \"below\": 10"))
                .extracting(Crossing::state, Crossing::at, Crossing::value)
                .containsExactly(
                        tuple(State.FIRING, TEN.plusSeconds(10), new BigDecimal("9.99")),
                        tuple(State.RESOLVED, TEN.plusSeconds(130), new BigDecimal("50")));
    }

    @Test
    void aBalanceThatWasInForceWhenTheRangeBeginsCounts() throws ConfigFile.Refused {
        Shelf shelf = new Shelf(List.of()).keeps(balance(START.minusSeconds(30), "1"));
        shelf.at(START.plus(Duration.ofDays(60)));

        assertThat(triedOnPods(shelf, "\"metric\": \"balance\", \"below\": 10"))
                .extracting(Crossing::at)
                .containsExactly(START);
    }

    @Test
    void aRunwayIsCountedDownFromTheLastBalanceByWhatWasMetered() throws ConfigFile.Refused {
        Shelf shelf = aCost().keeps(balance(START.plus(Duration.ofHours(1)), "31"))
                .keeps(balance(START.plus(Duration.ofHours(20)), "500"));

        assertThat(triedOnPods(shelf, "\"metric\": \"runway\", \"below\": 24"))
                .as("a dollar an hour: 24 hours are left eight hours after one in the morning less one")
                .extracting(Crossing::state, Crossing::at)
                .startsWith(
                        tuple(State.FIRING, START.plus(Duration.ofMinutes(8 * 60 + 1))),
                        tuple(State.RESOLVED, START.plus(Duration.ofHours(20))));
    }

    @Test
    void theLimitIsTheOneTheProviderToldThen() throws ConfigFile.Refused {
        Shelf shelf = aCost().keeps(balance(START, "500"));

        assertThat(triedOnPods(shelf, "\"metric\": \"spend_limit_percent\", \"above\": 90"))
                .extracting(Crossing::state, Crossing::at, Crossing::value)
                .startsWith(tuple(State.FIRING, TEN, new BigDecimal("100.00")));
    }
}
