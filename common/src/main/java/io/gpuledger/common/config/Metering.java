package io.gpuledger.common.config;

import io.gpuledger.common.value.InvalidValue;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the meter goes on where a source is silent, and what it does not believe.
 *
 * @param hold how long cost is held at the last known rate without news; {@code 24h} when absent
 * @param silence how long after its last complete poll an account counts as not observed; {@code 10m} when absent
 * @param plausibleFactor a price beyond so many times the listed one is not believed; 20 when absent
 * @param backFill how far before its first poll a pod's own start is believed; absent means to the start of the calendar
 *     month, UTC
 */
public record Metering(
        @Nullable Duration hold,
        @Nullable Duration silence,
        @Nullable BigDecimal plausibleFactor,
        @Nullable Duration backFill) {

    public static final Duration HOLD_DEFAULT = Duration.ofHours(24);
    public static final Duration SILENCE_DEFAULT = Duration.ofMinutes(10);
    public static final BigDecimal PLAUSIBLE_FACTOR_DEFAULT = BigDecimal.valueOf(20);

    private static final Duration HOLD_MAX = Duration.ofDays(35);
    private static final Duration SILENCE_MIN = Duration.ofSeconds(15);
    private static final BigDecimal FACTOR_MAX = new BigDecimal("1000000");

    public static final Metering DEFAULTS = new Metering(null, null, null, null);

    public Metering {
        between("hold", hold, Duration.ZERO, HOLD_MAX);
        between("silence", silence, SILENCE_MIN, HOLD_MAX);
        between("backFill", backFill, Duration.ZERO, HOLD_MAX);
        InvalidValue.unless(
                plausibleFactor == null
                        || (plausibleFactor.compareTo(BigDecimal.ONE) > 0
                                && plausibleFactor.compareTo(FACTOR_MAX) <= 0),
                "plausibleFactor",
                "must be above 1, at most " + FACTOR_MAX);
    }

    private static void between(String field, @Nullable Duration given, Duration least, Duration most) {
        InvalidValue.unless(
                given == null || (given.compareTo(least) >= 0 && given.compareTo(most) <= 0),
                field,
                "must be from " + Durations.text(least) + " to " + Durations.text(most));
    }

    public Duration holdInForce() {
        return hold == null ? HOLD_DEFAULT : hold;
    }

    public Duration silenceInForce() {
        return silence == null ? SILENCE_DEFAULT : silence;
    }

    public BigDecimal plausibleFactorInForce() {
        return plausibleFactor == null ? PLAUSIBLE_FACTOR_DEFAULT : plausibleFactor;
    }
}
