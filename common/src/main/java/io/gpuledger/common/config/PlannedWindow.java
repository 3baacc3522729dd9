package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which more is planned than the budget says: a training, a migration.
 *
 * @param scope whose plan it raises: {@code owner/NAME}, {@code account/PROVIDER/NAME}, {@code project/NAME}, {@code
 *     cost-centre/NAME} or {@code all/all}
 * @param from inclusive
 * @param until exclusive
 * @param perHour the burn that is planned in the window, in place of the budget's plan; or {@code factor}, one of the two
 * @param factor so many times the budget's plan, above 1
 * @param comment why; shown where it matters
 */
public record PlannedWindow(
        String name,
        String scope,
        Instant from,
        Instant until,
        @Nullable HourlyRate perHour,
        @Nullable BigDecimal factor,
        @Nullable String comment) {

    public static final BigDecimal FACTOR_MAX = new BigDecimal("1000");
    private static final int FACTOR_DECIMALS_MAX = 9;

    public PlannedWindow {
        name = Limits.name("name", name);
        InvalidValue.unless(scope != null, "scope", "is required");
        scope = Scope.ofKey(scope).key();
        from = Limits.instant("from", from);
        until = Limits.instant("until", until);
        InvalidValue.unless(from.isBefore(until), "until", "must be after from");
        InvalidValue.unless((perHour == null) != (factor == null), "perHour, factor", "needs exactly one of the two");
        InvalidValue.unless(perHour == null || perHour.nanoDollars() > 0, "perHour", "must be above zero");
        InvalidValue.unless(
                factor == null
                        || (factor.compareTo(BigDecimal.ONE) > 0
                                && factor.compareTo(FACTOR_MAX) <= 0
                                && factor.scale() <= FACTOR_DECIMALS_MAX),
                "factor",
                "must be above 1, at most " + FACTOR_MAX + ", of at most " + FACTOR_DECIMALS_MAX + " decimals");
        comment = Limits.optionalName("comment", comment);
    }

    @JsonIgnore
    public Scope of() {
        return Scope.ofKey(scope);
    }

    /** @param at epoch milliseconds */
    public boolean holdsAt(long at) {
        return from.toEpochMilli() <= at && at < until.toEpochMilli();
    }
}
