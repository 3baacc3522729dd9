package io.gpuledger.ledger.burn;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.budget.RateLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// lines, budgets -> burn: dollars per hour now and over each window, as a multiple of plan and of the expected rate
public final class BurnRate {

    private static final int MULTIPLE_DIGITS = 3;
    private static final long LONGEST = Rule.WINDOWS.getLast().toMillis();

    private BurnRate() {}

    /** The burn of a scope at an instant of ledger time; time before its first cost counts as spent nothing. */
    public static Burn of(Scope scope, Lines lines, Budgets budgets, long at) {
        RateLine plan = budgets.of(scope).isEmpty() ? null : budgets.planned(scope, at - LONGEST, at + 1);
        HourlyRate usual = Expected.usual(lines, at);
        RateLine expected = usual == null && budgets.windows(scope).isEmpty()
                ? null
                : budgets.windows(scope).raised(RateLine.of(at - LONGEST, at + 1, usual));
        Map<String, HourlyRate> means = new LinkedHashMap<>();
        Map<String, BigDecimal> multiples = new LinkedHashMap<>();
        Map<String, BigDecimal> ofExpected = new LinkedHashMap<>();
        for (Duration window : Rule.WINDOWS) {
            String name = Rule.windowName(window);
            long from = at - window.toMillis();
            Money cost = lines.between(from, at).cost();
            means.put(name, cost.perHourOver(window.toMillis()));
            put(multiples, name, multiple(cost, plan, from, at));
            put(ofExpected, name, multiple(cost, expected, from, at));
        }
        return new Burn(
                scope,
                Instant.ofEpochMilli(at),
                lines.rateAt(at),
                means,
                plan == null ? null : plan.rateAt(at),
                multiples,
                expected == null ? null : expected.rateAt(at),
                ofExpected.isEmpty() ? null : ofExpected);
    }

    public static HourlyRate mean(Lines lines, long at, Duration window) {
        return lines.between(at - window.toMillis(), at).cost().perHourOver(window.toMillis());
    }

    private static void put(Map<String, BigDecimal> multiples, String name, @Nullable BigDecimal multiple) {
        if (multiple != null) {
            multiples.put(name, multiple);
        }
    }

    /** A cost as a multiple of what a line comes to over the same time; absent where that is not known or nothing. */
    public static @Nullable BigDecimal multiple(Money cost, @Nullable RateLine line, long from, long until) {
        Money measure = line == null ? null : line.between(from, until);
        return measure == null || measure.signum() <= 0
                ? null
                : new BigDecimal(cost.units())
                        .divide(new BigDecimal(measure.units()), MULTIPLE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
