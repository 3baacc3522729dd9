package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is told.
 *
 * @param metric what is measured
 * @param scope only this owner or account ({@code owner/NAME}, {@code account/PROVIDER/NAME}); absent means all that have
 *     the metric
 * @param windows means over these must all be beyond the threshold; for {@code burn_multiple} only; 5m, 1h, 6h or 24h
 * @param above fires while the value is at or above it; or {@code below}, one of the two
 * @param below fires while the value is strictly below it
 * @param clear the value at which a firing rule clears; absent means the threshold itself
 * @param hold how long the condition must hold before it fires ({@code for} in the file)
 */
public record Rule(
        String name,
        Metric metric,
        @Nullable String scope,
        List<Duration> windows,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        @Nullable BigDecimal clear,
        @JsonProperty("for") @Nullable Duration hold,
        Severity severity,
        Map<String, String> labels,
        @Nullable String runbook) {

    public static final List<Duration> WINDOWS =
            List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    /** How a window is called where it is shown: {@code 5m}, {@code 1h}, {@code 6h}, {@code 24h}. */
    public static String windowName(Duration window) {
        return window.toMinutes() < 60 ? window.toMinutes() + "m" : window.toHours() + "h";
    }

    /** What a rule can measure, and of what. */
    public enum Metric {
        /** Mean burn over the windows as a multiple of the plan of the budget. */
        @JsonProperty("burn_multiple")
        BURN_MULTIPLE(null, "x"),
        /** Spent share of the period's budget, in percent. */
        @JsonProperty("budget_percent")
        BUDGET_PERCENT(null, "%"),
        /** Balance of an account in US dollars. */
        @JsonProperty("balance")
        BALANCE(Scope.Kind.ACCOUNT, "USD"),
        /** Hours until the balance of an account is gone at the burn of the last hour. */
        @JsonProperty("runway")
        RUNWAY(Scope.Kind.ACCOUNT, "hours"),
        /** Polls of an account that failed in a row. */
        @JsonProperty("polls_failed")
        POLLS_FAILED(Scope.Kind.ACCOUNT, "polls");

        private final Scope.@Nullable Kind only;
        private final String unit;

        Metric(Scope.@Nullable Kind only, String unit) {
            this.only = only;
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }

        public boolean isFor(Scope scope) {
            return only == null || only == scope.kind();
        }
    }

    public Rule {
        name = Limits.name("name", name);
        InvalidValue.unless(metric != null, "metric", "is required");
        InvalidValue.unless((above == null) != (below == null), "above, below", "needs exactly one of the two");
        windows = windows == null ? List.of() : List.copyOf(windows);
        InvalidValue.unless(
                windows.isEmpty() != (metric == Metric.BURN_MULTIPLE),
                "windows",
                "belong to burn_multiple, and it needs them");
        InvalidValue.unless(WINDOWS.containsAll(windows), "windows", "must be of 5m, 1h, 6h, 24h");
        InvalidValue.unless(
                clear == null || above == null || clear.compareTo(above) <= 0, "clear", "must not be above 'above'");
        InvalidValue.unless(
                clear == null || below == null || clear.compareTo(below) >= 0, "clear", "must not be below 'below'");
        InvalidValue.unless(hold == null || !hold.isNegative(), "for", "must not be negative");
        InvalidValue.unless(severity != null, "severity", "must be page or ticket");
        labels = Limits.labels("labels", labels);
    }

    public boolean isFor(Scope candidate) {
        return metric.isFor(candidate) && (scope == null || scope.equals(candidate.key()));
    }

    public BigDecimal threshold() {
        return above != null ? above : below != null ? below : BigDecimal.ZERO;
    }
}
