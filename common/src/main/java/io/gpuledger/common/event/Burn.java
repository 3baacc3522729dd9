package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast a scope spends at an instant of ledger time.
 *
 * @param now dollars per hour at {@code at}
 * @param means mean dollars per hour over the last {@code 5m}, {@code 1h}, {@code 6h}, {@code 24h}, {@code 3d}
 * @param plan the budget spread evenly over its period, or what is planned for a while, dollars per hour; absent without a
 *     budget
 * @param multiples {@code means} as a multiple of the plan over the same window, to three decimals; empty without a budget
 * @param expected the rate to be expected, dollars per hour: what is planned for a while, else the mean of the seven days
 *     before; absent without enough history
 * @param ofExpected {@code means} as a multiple of the expected rate over the same window; absent without one
 */
public record Burn(
        Scope scope,
        Instant at,
        HourlyRate now,
        Map<String, HourlyRate> means,
        @Nullable HourlyRate plan,
        Map<String, BigDecimal> multiples,
        @Nullable HourlyRate expected,
        @Nullable Map<String, BigDecimal> ofExpected)
        implements Event {

    @Override
    @JsonIgnore
    public String id() {
        return scope.key() + "/burn@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return scope.key();
    }
}
