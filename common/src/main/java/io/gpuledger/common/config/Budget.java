package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scope may spend in a period. Of {@code owner}, {@code account}, {@code project}, {@code costCentre} and {@code all}
 * exactly one is given.
 *
 * @param account {@code provider/name}
 * @param all true where everything there is counts
 * @param amount US dollars, above zero
 * @param from start of a {@code once} period, inclusive
 * @param until its end, exclusive
 * @param zone whose midnight a calendar period begins at; UTC when absent
 * @param thresholds shares of the amount at which somebody is told, beside the rules; at most {@value #THRESHOLDS_MAX}
 * @param mostPerHour the most the scope can ever spend per hour, such as quota times price; rules that need more are
 *     refused, because they could never fire
 */
public record Budget(
        String name,
        @Nullable String owner,
        @Nullable String account,
        @Nullable String project,
        @Nullable String costCentre,
        @Nullable Boolean all,
        BigDecimal amount,
        Period period,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable ZoneId zone,
        List<Threshold> thresholds,
        @Nullable HourlyRate mostPerHour) {

    public static final int THRESHOLDS_MAX = 20;

    /** No budget is larger; what is, is a mistake. */
    public static final BigDecimal AMOUNT_MAX = new BigDecimal("1000000000000");

    /** A calendar period, whose weeks begin on Monday, or one that comes once. */
    public enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH,
        @JsonProperty("once")
        ONCE
    }

    /** What a threshold looks at: what is spent, or what will be at the period's end. */
    public enum Basis {
        @JsonProperty("spent")
        SPENT,
        @JsonProperty("forecast")
        FORECAST
    }

    /**
     * A share of the amount at which somebody is told.
     *
     * @param percent above zero, at most 1000
     * @param on {@code spent} when absent
     * @param severity {@code ticket} when absent
     */
    public record Threshold(BigDecimal percent, Basis on, Severity severity) {

        private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(1000);

        public Threshold {
            InvalidValue.unless(
                    percent != null && percent.signum() > 0 && percent.compareTo(PERCENT_MAX) <= 0,
                    "percent",
                    "must be above 0 and at most " + PERCENT_MAX);
            on = on == null ? Basis.SPENT : on;
            severity = severity == null ? Severity.TICKET : severity;
        }
    }

    public Budget {
        name = Limits.name("name", name);
        owner = Limits.optionalName("owner", owner);
        account = AccountRef.optionalKey("account", account);
        project = Limits.optionalName("project", project);
        costCentre = Limits.optionalName("costCentre", costCentre);
        all = Boolean.TRUE.equals(all) ? true : null;
        InvalidValue.unless(
                Stream.of(owner, account, project, costCentre, all)
                                .filter(Objects::nonNull)
                                .count()
                        == 1,
                "owner, account, project, costCentre, all",
                "needs exactly one of them");
        InvalidValue.unless(amount != null && amount.signum() > 0, "amount", "must be above zero");
        InvalidValue.unless(amount.compareTo(AMOUNT_MAX) <= 0, "amount", "must be at most " + AMOUNT_MAX);
        period = period == null ? Period.MONTH : period;
        boolean once = period == Period.ONCE;
        InvalidValue.unless(
                once == (from != null) && once == (until != null),
                "from, until",
                "belong to 'once', and it needs both");
        InvalidValue.unless(from == null || until == null || from.isBefore(until), "until", "must be after from");
        from = from == null ? null : Limits.instant("from", from);
        until = until == null ? null : Limits.instant("until", until);
        thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
        InvalidValue.unless(thresholds.size() <= THRESHOLDS_MAX, "thresholds", "must be at most " + THRESHOLDS_MAX);
        InvalidValue.unless(mostPerHour == null || mostPerHour.nanoDollars() > 0, "mostPerHour", "must be above zero");
    }

    @JsonIgnore
    public Scope scope() {
        if (owner != null) {
            return Scope.owner(owner);
        }
        if (account != null) {
            return new Scope(Scope.Kind.ACCOUNT, account);
        }
        if (project != null) {
            return new Scope(Scope.Kind.PROJECT, project);
        }
        return costCentre == null ? Scope.ALL : new Scope(Scope.Kind.COST_CENTRE, costCentre);
    }

    @JsonIgnore
    public ZoneId zoneInForce() {
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
