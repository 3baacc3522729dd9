package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.value.Decimals;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.bills.Accuracy;
import io.gpuledger.ledger.budget.Spent;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.burn.Runway;
import io.gpuledger.ledger.forecast.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// a rule, measures -> what the rule reads, for each of its subjects
final class Gauge {

    /** Hours of what never ends: more than any threshold, so that a rule that fired clears. */
    static final BigDecimal ENDLESS = BigDecimal.valueOf(1_000_000);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long HOUR_MILLIS = HOUR.toMillis();

    private Gauge() {}

    static List<Reading> read(Rule rule, Measures of) {
        return switch (rule.metric().subject()) {
            case POD -> PodGauge.read(rule, of);
            case BUDGET ->
                of.spent().stream()
                        .filter(spent -> rule.budget() == null
                                || rule.budget().equals(spent.plan().budget().name()))
                        .map(spent -> new Reading(
                                new Subject(
                                        of.scope(), null, spent.plan().budget().name()),
                                budgetValues(rule, of, spent),
                                null,
                                spent,
                                null))
                        .toList();
            case SCOPE ->
                List.of(
                        rule.metric().isOfBurn()
                                ? burn(rule, of)
                                : Reading.of(Subject.of(of.scope()), value(rule.metric(), of)));
        };
    }

    /** What is read of a subject that is not among those read: a pod at rest, a budget whose period is over. */
    static Reading readAbsent(Rule rule, Measures of, Subject subject) {
        if (rule.metric().subject() == Rule.Metric.Subject.POD) {
            return PodGauge.read(rule, of, subject);
        }
        return Reading.of(subject, rule.above() != null ? BigDecimal.ZERO : ENDLESS);
    }

    private static Reading burn(Rule rule, Measures of) {
        Burn burn = of.burn();
        Map<String, BigDecimal> multiples =
                rule.metric() == Rule.Metric.BURN_MULTIPLE ? burn.multiples() : burn.ofExpected();
        List<BigDecimal> values = multiples == null
                ? List.of()
                : rule.windows().stream()
                        .map(Rule::windowName)
                        .map(multiples::get)
                        .filter(Objects::nonNull)
                        .toList();
        boolean known = values.size() == rule.windows().size();
        return new Reading(
                Subject.of(of.scope()), known ? values : List.of(), known ? weight(rule, of) : null, null, null);
    }

    private static @Nullable Money weight(Rule rule, Measures of) {
        if (rule.minimum() == null) {
            return null;
        }
        Duration longest = rule.windows().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return of.lines().between(of.before(longest), of.at()).cost();
    }

    private static List<BigDecimal> budgetValues(Rule rule, Measures of, Spent spent) {
        return switch (rule.metric()) {
            case BUDGET_PERCENT -> List.of(spent.percent());
            case FORECAST_PERCENT ->
                of.outlook(spent) instanceof Outlook.Forecast forecast
                        ? List.of(spent.percentOf(forecast.low()))
                        : List.of();
            case BUDGET_HOURS ->
                List.of(
                        hours(spent, of.burn().means().get("1h")),
                        hours(spent, of.burn().means().get("5m")));
            default -> List.of();
        };
    }

    private static BigDecimal hours(Spent spent, @Nullable HourlyRate burn) {
        BigDecimal hours = burn == null ? null : spent.hoursToExhaustion(burn);
        return hours == null ? ENDLESS : hours;
    }

    private static @Nullable BigDecimal value(Rule.Metric metric, Measures of) {
        return switch (metric) {
            case BALANCE -> {
                Balance balance = of.balance();
                yield balance == null
                        ? null
                        : Decimals.shortest(balance.seen().balance().dollars(9));
            }
            case RUNWAY -> {
                Runway runway = of.runway();
                yield runway == null ? null : runway.hours() == null ? ENDLESS : runway.hours();
            }
            case POLLS_FAILED -> number(of.facts().pollsFailed(of.scope()));
            case UNOBSERVED_HOURS -> unobserved(of.facts().answeredAt(of.scope()), of.at());
            case SPEND_LIMIT_PERCENT -> ofLimit(of);
            case STOPPED_STORAGE -> PodGauge.stoppedStorage(of);
            case ORPHAN_PERCENT -> orphans(of);
            case CHARGEBACK_ERROR_PERCENT -> of.facts().chargebackError(of.scope(), of.before(Accuracy.SPAN));
            case DEAD_LETTERS -> number(of.facts().deadLetters(of.at()));
            case LEDGER_STALLED_MINUTES -> number(of.facts().stalledMinutes());
            default -> null;
        };
    }

    private static @Nullable BigDecimal number(@Nullable Number count) {
        return count == null ? null : BigDecimal.valueOf(count.longValue());
    }

    private static @Nullable BigDecimal unobserved(@Nullable Long answered, long at) {
        return answered == null
                ? null
                : BigDecimal.valueOf(Math.max(0, at - answered))
                        .divide(BigDecimal.valueOf(HOUR_MILLIS), DIGITS, RoundingMode.HALF_EVEN);
    }

    /** The ledger's rate, or the provider's own figure where that is higher. */
    private static @Nullable BigDecimal ofLimit(Measures of) {
        Balance balance = of.balance();
        HourlyRate limit = balance == null ? null : balance.seen().spendLimit();
        if (balance == null || limit == null || limit.nanoDollars() <= 0) {
            return null;
        }
        HourlyRate own = balance.seen().spendPerHour();
        HourlyRate now = of.burn().now();
        return percent((own != null && own.compareTo(now) > 0 ? own : now).dollars(), limit.dollars());
    }

    /** Where nothing was spent nothing is orphaned; there is no share of nothing. */
    private static @Nullable BigDecimal orphans(Measures of) {
        Money orphaned = of.facts().unattributed(of.before(DAY), of.at());
        Money whole = of.lines().between(of.before(DAY), of.at()).cost();
        return orphaned == null || whole.signum() <= 0
                ? null
                : percent(new BigDecimal(orphaned.units()), new BigDecimal(whole.units()));
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    }
}
