package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.budgets.BudgetQuestions;
import io.gpuledger.ledger.query.budgets.BudgetStatus;
import io.gpuledger.ledger.query.budgets.BudgetStatus.Phase;
import io.gpuledger.ledger.query.budgets.BudgetStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How budgets stand, from steady spend. */
class BudgetStatusTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    /** What an owner that spends a dollar an hour from an instant on has of a budget. */
    private static BudgetStatus status(String budget, Instant since, Instant now) throws ConfigFile.Refused {
        List<Budget> budgets =
                ConfigFile.parse("test", "budgets: [" + budget + "]").budgets();
        Shelf shelf = new Shelf(List.of(Written.step("research", since, "1")));
        shelf.at(now);
        return new BudgetQuestions(shelf, () -> new Budgets(budgets))
                .standing()
                .budgets()
                .getFirst();
    }

    @Test
    void whatIsSpentAndLeftAndWhenItIsGone() throws ConfigFile.Refused {
        BudgetStatus status = status(
                "{name: month, owner: research, amount: 500, thresholds: [{percent: 50}, {percent: 80, on: forecast}]}",
                OCTOBER,
                OCTOBER.plus(Duration.ofHours(300)));

        assertThat(status.scope()).isEqualTo(Scope.owner("research"));
        assertThat(status.spent().dollars(2)).isEqualByComparingTo("300");
        assertThat(status.left().dollars(2)).isEqualByComparingTo("200");
        assertThat(status.percent()).isEqualByComparingTo("60");
        assertThat(status.hoursLeft()).isEqualByComparingTo("200");
        assertThat(status.exhaustedAt()).isEqualTo(OCTOBER.plus(Duration.ofHours(500)));
        assertThat(status.forecast()).isNotNull().satisfies(forecast -> {
            assertThat(forecast.point().dollars(2)).isEqualByComparingTo("744");
            assertThat(forecast.pointPercent()).isEqualByComparingTo("148.80");
        });
        assertThat(status.thresholds())
                .extracting(BudgetStatus.Threshold::state)
                .containsExactly(State.REACHED, State.REACHED);
    }

    @Test
    void withoutHistoryThereIsAReasonAndNoForecast() throws ConfigFile.Refused {
        BudgetStatus status = status(
                "{name: month, owner: research, amount: 500, thresholds: [{percent: 80, on: forecast}]}",
                OCTOBER.plus(Duration.ofDays(9)),
                OCTOBER.plus(Duration.ofDays(10)));

        assertThat(status.forecast()).isNull();
        assertThat(status.noForecast()).contains("less than 3 days");
        assertThat(status.thresholds())
                .extracting(BudgetStatus.Threshold::state)
                .containsExactly(State.UNKNOWN);
        assertThat(status.exhaustedAt())
                .as("24 of 500 at a dollar an hour, 21 days left")
                .isEqualTo(OCTOBER.plus(Duration.ofDays(10)).plus(Duration.ofHours(476)));
    }

    @Test
    void aBudgetThatComesOnceIsToldOfBeforeAndAfterItsPeriod() throws ConfigFile.Refused {
        String once = "{name: run, owner: research, amount: 48, period: once, from: 2026-10-05T00:00:00Z,"
                + " until: 2026-10-06T00:00:00Z}";

        BudgetStatus before = status(once, OCTOBER, OCTOBER.plus(Duration.ofDays(1)));
        BudgetStatus after = status(once, OCTOBER, OCTOBER.plus(Duration.ofDays(20)));

        assertThat(before.phase()).isEqualTo(Phase.BEFORE);
        assertThat(before.spent().signum()).isZero();
        assertThat(after.phase()).isEqualTo(Phase.OVER);
        assertThat(after.spent().dollars(2)).isEqualByComparingTo("24");
        assertThat(after.hoursLeft()).isNull();
        assertThat(after.noForecast()).isEqualTo("the period is over");
    }

    @Test
    void aScopeThatNeverCostAnythingHasSpentNothing() throws ConfigFile.Refused {
        BudgetStatus status = status("{name: month, project: vision, amount: 5}", OCTOBER, OCTOBER.plusSeconds(60));

        assertThat(status.percent()).isEqualByComparingTo("0");
    }

    @Test
    void aDayOfABudgetHasAsManyHoursAsTheClockOfItsZone() throws ConfigFile.Refused {
        String day = "{name: day, owner: research, amount: 100, period: day, zone: Europe/Berlin}";

        BudgetStatus longest = status(day, OCTOBER, Instant.parse("2026-10-25T22:59:59.999Z"));
        BudgetStatus shortest = status(day, OCTOBER, Instant.parse("2027-03-28T21:59:59.999Z"));

        assertThat(Duration.between(longest.from(), longest.until())).isEqualTo(Duration.ofHours(25));
        assertThat(longest.spent().dollars(3)).isEqualByComparingTo("25");
        assertThat(Duration.between(shortest.from(), shortest.until())).isEqualTo(Duration.ofHours(23));
        assertThat(shortest.spent().dollars(3)).isEqualByComparingTo("23");
    }
}
