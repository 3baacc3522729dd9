package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.value.HourlyRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** One line for a person at 3 a.m.: who, what, how much, how long it lasts. */
final class Summary {

    private Summary() {}

    static String of(Rule rule, Measures measures, BigDecimal value, boolean firing) {
        String who = measures.scope().name();
        String what = switch (rule.metric()) {
            case BURN_MULTIPLE ->
                "burns " + shown(value) + "x its plan over " + windows(rule) + " ("
                        + perHour(measures.burn().now()) + " now)";
            case BUDGET_PERCENT ->
                "has spent " + shown(value) + " % of its budget ("
                        + perHour(measures.burn().now()) + " now)";
            case BALANCE -> "has $" + shown(value) + " left" + lasts(measures);
            case RUNWAY -> "runs dry in " + shown(value) + " h at the present burn";
            case POLLS_FAILED -> "was not observed for " + value + " polls; cost is held at the last known rate";
            default -> rule.metric().word() + " is " + shown(value);
        };
        return firing
                ? who + " " + what
                : who + ": cleared, now " + shown(value) + " " + rule.metric().unit();
    }

    private static String windows(Rule rule) {
        return rule.windows().stream().map(Rule::windowName).collect(Collectors.joining(" and "));
    }

    private static String lasts(Measures measures) {
        return measures.runway() == null || measures.runway().hours() == null
                ? ""
                : ", enough for " + shown(measures.runway().hours()) + " h";
    }

    private static String perHour(HourlyRate rate) {
        return "$" + shown(rate.dollars()) + "/h";
    }

    private static String shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
