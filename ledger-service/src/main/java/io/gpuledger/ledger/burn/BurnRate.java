package io.gpuledger.ledger.burn;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.books.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// lines, plan -> burn: dollars per hour now and over each window, and as a multiple of plan
public final class BurnRate {

    private static final int MULTIPLE_DIGITS = 3;

    private BurnRate() {}

    /** The burn of a scope at an instant of ledger time; time before its first cost counts as spent nothing. */
    public static Burn of(Scope scope, Lines lines, @Nullable HourlyRate plan, long at) {
        Map<String, HourlyRate> means = new LinkedHashMap<>();
        Map<String, BigDecimal> multiples = new LinkedHashMap<>();
        for (Duration window : Rule.WINDOWS) {
            HourlyRate mean = mean(lines, at, window);
            means.put(Rule.windowName(window), mean);
            if (plan != null && !plan.isZero()) {
                multiples.put(Rule.windowName(window), multiple(mean, plan));
            }
        }
        HourlyRate now = lines.rateAt(at);
        return new Burn(scope, Instant.ofEpochMilli(at), now, means, plan, multiples, null, null);
    }

    public static HourlyRate mean(Lines lines, long at, Duration window) {
        return lines.between(at - window.toMillis(), at).cost().perHourOver(window.toMillis());
    }

    private static BigDecimal multiple(HourlyRate mean, HourlyRate plan) {
        return mean.dollars().divide(plan.dollars(), MULTIPLE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
