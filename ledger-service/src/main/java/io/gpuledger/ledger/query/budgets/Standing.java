package io.gpuledger.ledger.query.budgets;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Plan;
import io.gpuledger.ledger.budget.PlannedWindows;
import io.gpuledger.ledger.budget.Spent;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.forecast.Forecaster;
import io.gpuledger.ledger.forecast.Outlook;
import io.gpuledger.ledger.forecast.Profile;
import io.gpuledger.ledger.query.budgets.BudgetStatus.Phase;
import io.gpuledger.ledger.query.budgets.BudgetStatus.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// a budget, what its scope spent, what is planned -> how the budget stands
final class Standing {

    private static final BigDecimal HOUR_MILLIS =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    /** As it is written in the file, where the offset of none would be shown as Z. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Spent spent;
    private final Phase phase;
    private final HourlyRate burn;
    private final Outlook outlook;

    Standing(Budget budget, Lines lines, PlannedWindows windows, long at) {
        Plan plan = plan(budget, at);
        this.phase = at < plan.from() ? Phase.BEFORE : at < plan.until() ? Phase.RUNNING : Phase.OVER;
        this.spent = phase == Phase.BEFORE
                ? new Spent(plan, Money.ZERO, at)
                : Spent.of(plan, lines, Math.min(at, plan.until()));
        this.burn = BurnRate.mean(lines, at, Duration.ofHours(1));
        this.outlook = switch (phase) {
            case BEFORE -> new Outlook.TooEarly("the period has not begun");
            case OVER -> new Outlook.TooEarly("the period is over");
            case RUNNING -> new Forecaster(lines, windows).of(spent, Profile.at(lines, budget.zoneInForce(), at));
        };
    }

    /** One that comes once has its period though ledger time does not lie in it. */
    private static Plan plan(Budget budget, long at) {
        Plan plan = Plan.at(budget, at);
        return plan != null
                ? plan
                : new Plan(
                        budget,
                        Objects.requireNonNull(budget.from()).toEpochMilli(),
                        Objects.requireNonNull(budget.until()).toEpochMilli());
    }

    BudgetStatus status() {
        Budget budget = spent.plan().budget();
        return new BudgetStatus(
                budget.name(),
                budget.scope(),
                budget.period(),
                budget.zone() == null ? UTC : budget.zone(),
                Instant.ofEpochMilli(spent.plan().from()),
                Instant.ofEpochMilli(spent.plan().until()),
                phase,
                spent.plan().amount(),
                spent.amount(),
                spent.left(),
                spent.percent(),
                burn,
                phase == Phase.RUNNING ? spent.hoursLeft(burn) : null,
                exhaustedAt(),
                outlook instanceof Outlook.Forecast forecast ? told(forecast) : null,
                outlook instanceof Outlook.TooEarly early ? early.reason() : null,
                budget.thresholds().stream().map(this::told).toList());
    }

    private @Nullable Instant exhaustedAt() {
        BigDecimal hours = phase == Phase.RUNNING ? spent.hoursToExhaustion(burn) : null;
        return hours == null
                ? null
                : Instant.ofEpochMilli(spent.at() + hours.multiply(HOUR_MILLIS).longValue());
    }

    private BudgetStatus.Forecast told(Outlook.Forecast forecast) {
        return new BudgetStatus.Forecast(
                forecast.point(),
                forecast.low(),
                forecast.high(),
                spent.percentOf(forecast.point()),
                forecast.byRate(),
                forecast.byWeekday());
    }

    private BudgetStatus.Threshold told(Budget.Threshold threshold) {
        BigDecimal value = switch (threshold.on()) {
            case SPENT -> spent.percent();
            case FORECAST -> outlook instanceof Outlook.Forecast forecast ? spent.percentOf(forecast.low()) : null;
        };
        State state =
                value == null ? State.UNKNOWN : value.compareTo(threshold.percent()) >= 0 ? State.REACHED : State.BELOW;
        return new BudgetStatus.Threshold(threshold.percent(), threshold.on(), threshold.severity(), value, state);
    }
}
