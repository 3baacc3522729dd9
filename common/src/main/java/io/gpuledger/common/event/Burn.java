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
 * @param means mean dollars per hour over the last {@code 5m}, {@code 1h}, {@code 6h}, {@code 24h}
 * @param plan the budget spread evenly over its period, dollars per hour; absent without a budget
 * @param multiples {@code means} as a multiple of {@code plan}, to three decimals; empty without a budget
 */
public record Burn(
        Scope scope,
        Instant at,
        HourlyRate now,
        Map<String, HourlyRate> means,
        @Nullable HourlyRate plan,
        Map<String, BigDecimal> multiples)
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
