package io.gpuledger.common.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a measure read. What cannot be known is absent, with the reason, and never 0.
 *
 * @param value rounded half-even for showing; absent where {@code absent} says why
 * @param unit such as {@code USD/GPU-hour} or {@code %}
 */
public record Reading(
        @Nullable BigDecimal value, String unit, @Nullable String absent) {

    public static Reading of(BigDecimal value, String unit) {
        return new Reading(value.signum() == 0 ? BigDecimal.ZERO : value, unit, null);
    }

    public static Reading absent(String unit, String reason) {
        return new Reading(null, unit, reason);
    }
}
