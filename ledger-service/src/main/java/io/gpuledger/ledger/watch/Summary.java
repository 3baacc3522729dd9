package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.burn.Runway;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** One line for a person at 3 a.m.: who, what, how much, how long it lasts. */
final class Summary {

    private Summary() {}

    static String of(Rule rule, Reading reading, Measures measures, BigDecimal value, boolean firing) {
        String who = who(rule, reading);
        return firing
                ? who + " " + what(rule, measures, value)
                : who + ": cleared, now " + shown(value) + " "
                        + (rule.metric().unit().isEmpty()
                                ? rule.metric().word()
                                : rule.metric().unit());
    }

    private static String who(Rule rule, Reading reading) {
        Scope scope = reading.subject().scope();
        if (scope.equals(Scope.ALL)) {
            return switch (rule.metric()) {
                case DEAD_LETTERS, LEDGER_STALLED_MINUTES, ORPHAN_PERCENT -> "the ledger";
                default -> "everything together";
            };
        }
        return reading.pod() == null ? scope.name() : reading.pod().name() + " of " + scope.name();
    }

    private static String what(Rule rule, Measures measures, BigDecimal value) {
        String now = perHour(measures.burn().now());
        String number = shown(value);
        return switch (rule.metric()) {
            case BURN_MULTIPLE -> "burns " + number + "x its plan over " + windows(rule) + " (" + now + " now)";
            case BURN_OF_EXPECTED -> "burns " + number + "x what is usual over " + windows(rule) + " (" + now + " now)";
            case BUDGET_PERCENT -> "has spent " + number + " % of its budget (" + now + " now)";
            case FORECAST_PERCENT -> "will have spent " + number + " % of its budget when the period ends";
            case BUDGET_HOURS -> "has spent its budget in " + number + " h, before the period ends (" + now + " now)";
            case BALANCE -> "has $" + number + " left" + lasts(measures);
            case RUNWAY -> "runs dry in " + number + " h at the present burn";
            case POLLS_FAILED -> "was not observed for " + value + " polls; cost is held at the last known rate";
            case UNOBSERVED_HOURS -> "was not observed for " + number + " h; cost held without news has ended or will";
            case SPEND_LIMIT_PERCENT ->
                "spends " + number + " % of what the provider allows per hour (" + now + " now)";
            case POD_IDLE_MINUTES -> "runs idle for " + number + " minutes";
            case POD_ENDED -> "ended and nobody stopped it";
            case STOPPED_STORAGE -> "pays $" + number + " a day for the disks of stopped pods";
            case PRICE_DRIFT_PERCENT -> "costs " + number + " % more or less than assumed";
            case ORPHAN_PERCENT -> "has " + number + " % of the day's cost that belongs to nobody";
            case CHARGEBACK_ERROR_PERCENT -> "is billed " + number + " % differently from what was metered";
            case DEAD_LETTERS -> "could not use " + number + " of the last hour's events";
            case LEDGER_STALLED_MINUTES -> "has not moved for " + number + " minutes: nothing is measured";
        };
    }

    private static String windows(Rule rule) {
        return rule.windows().stream().map(Rule::windowName).collect(Collectors.joining(" and "));
    }

    private static String lasts(Measures measures) {
        Runway runway = measures.runway();
        return runway == null || runway.hours() == null ? "" : ", enough for " + shown(runway.hours()) + " h";
    }

    private static String perHour(HourlyRate rate) {
        return "$" + shown(rate.dollars()) + "/h";
    }

    static String shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
