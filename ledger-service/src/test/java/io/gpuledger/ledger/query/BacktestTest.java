package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.backtest.Backtest;
import io.gpuledger.ledger.query.backtest.BacktestAnswer;
import io.gpuledger.ledger.query.backtest.Backtests;
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
        return new Backtests(shelf, () -> budgets).answer(ConfigFile.entry(body, Backtest.class));
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
        assertThat(answer.judgements()).isEqualTo(30 * 1440 + 3);
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
                        "{\"name\": \"low\", \"metric\": \"balance\", \"below\": 2, \"severity\": \"page\"}",
                        START,
                        TEN))
                .hasMessageContaining("rule.metric must rest on the books");
        assertThatThrownBy(() -> tried(FAST.replace("\"above\"", "\"colour\": 1, \"above\""), START, TEN))
                .hasMessageContaining("unknown field 'colour'");
        assertThatThrownBy(() -> tried(FAST.replace("\"5m\"", "\"6m\""), START, TEN))
                .hasMessageContaining("windows must be of 5m, 1h, 6h, 24h, 3d");
        assertThatThrownBy(() -> ConfigFile.entry("", Backtest.class)).hasMessageContaining("is required");
    }
}
