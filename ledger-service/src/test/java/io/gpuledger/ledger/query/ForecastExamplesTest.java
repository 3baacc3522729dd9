package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.budgets.BudgetQuestions;
import io.gpuledger.ledger.query.budgets.BudgetStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The end of October, told during it, of spend whose end is known: weekly, and doubled for good. */
class ForecastExamplesTest {

    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    private static BudgetStatus.Forecast onDay(int day, List<Posting> postings) throws ConfigFile.Refused {
        Shelf shelf = new Shelf(postings);
        shelf.at(OCTOBER.plus(Duration.ofDays(day)));
        Budgets budgets =
                new Budgets(ConfigFile.parse("test", "budgets: [{name: month, owner: research, amount: 1000}]")
                        .budgets());
        return Objects.requireNonNull(new BudgetQuestions(shelf, () -> budgets)
                .standing()
                .budgets()
                .getFirst()
                .forecast());
    }

    /** Two dollars an hour on working days, one on the others. */
    private static List<Posting> weekly() {
        List<Posting> postings = new ArrayList<>(List.of(Written.step("research", SEPTEMBER, "2")));
        for (int day = 0; day < 61; day++) {
            Instant at = SEPTEMBER.plus(Duration.ofDays(day));
            DayOfWeek weekday = at.atZone(ZoneOffset.UTC).getDayOfWeek();
            if (weekday == DayOfWeek.SATURDAY) {
                postings.add(Written.step("research", at, "-1"));
            } else if (weekday == DayOfWeek.MONDAY) {
                postings.add(Written.step("research", at, "1"));
            }
        }
        return postings;
    }

    private static BigDecimal errorPercent(Money told, String dollars) {
        BigDecimal truth = new BigDecimal(dollars);
        return told.dollars(6)
                .subtract(truth)
                .abs()
                .multiply(BigDecimal.valueOf(100))
                .divide(truth, 2, RoundingMode.HALF_EVEN);
    }

    @Test
    void mediansOfWeekdaysAreRightOnWeeklySpend() throws ConfigFile.Refused {
        // 22 working days and 9 others
        for (int day : List.of(4, 7, 14, 21)) {
            BudgetStatus.Forecast forecast = onDay(day, weekly());

            assertThat(errorPercent(forecast.point(), "1272"))
                    .as("day " + day)
                    .isLessThanOrEqualTo(new BigDecimal("0.1"));
            assertThat(errorPercent(forecast.byRate(), "1272"))
                    .as("rate, day " + day)
                    .isLessThan(new BigDecimal("5"));
        }
    }

    @Test
    void theRateOfSevenDaysTakesOverWhenSpendHasDoubledForGood() throws ConfigFile.Refused {
        List<Posting> doubled =
                List.of(Written.step("research", SEPTEMBER, "1"), Written.step("research", OCTOBER, "1"));

        BudgetStatus.Forecast early = onDay(4, doubled);
        BudgetStatus.Forecast later = onDay(7, doubled);

        assertThat(errorPercent(early.point(), "1488")).isLessThan(new BigDecimal("20.9"));
        assertThat(errorPercent(later.point(), "1488")).isLessThanOrEqualTo(new BigDecimal("0.1"));
        assertThat(later.low()).as("medians are slow to see it").isLessThan(later.point());
        assertThat(later.high()).isEqualTo(later.point());
    }
}
