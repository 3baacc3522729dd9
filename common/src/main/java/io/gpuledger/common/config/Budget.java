package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What an owner or an account may spend in a calendar period.
 *
 * @param owner the owner; or {@code account}, one of the two
 * @param account {@code provider/name}
 * @param amount US dollars, above zero
 * @param zone whose midnight the period begins at; UTC when absent
 */
public record Budget(
        String name,
        @Nullable String owner,
        @Nullable String account,
        BigDecimal amount,
        Period period,
        @Nullable ZoneId zone) {

    /** A calendar period; weeks begin on Monday. */
    public enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }

    public Budget {
        name = Limits.name("name", name);
        InvalidValue.unless((owner == null) != (account == null), "owner, account", "needs exactly one of the two");
        InvalidValue.unless(amount != null && amount.signum() > 0, "amount", "must be above zero");
        period = period == null ? Period.MONTH : period;
    }

    public Scope scope() {
        return owner != null ? Scope.owner(owner) : new Scope(Scope.Kind.ACCOUNT, String.valueOf(account));
    }

    public ZoneId zoneInForce() {
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
