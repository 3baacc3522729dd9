package io.gpuledger.common.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is told. A rule that could never fire, or never clear, is refused with the reason.
 *
 * @param metric what is measured
 * @param scope only this one ({@code owner/NAME}, {@code account/PROVIDER/NAME}, {@code project/NAME}, {@code
 *     cost-centre/NAME}, {@code all/all}); absent means all that have the metric
 * @param budget only this budget, for metrics of budgets; absent means each
 * @param namePattern only pods with such a name, for metrics of pods; {@code *} stands for any characters
 * @param windows means over these must all be beyond the threshold; for metrics of burn only; 5m, 1h, 6h, 24h or 3d
 * @param above fires while the value is at or above it; or {@code below}, one of the two
 * @param below fires while the value is strictly below it
 * @param clear the value at which a firing rule clears; absent means the threshold itself
 * @param minimum US dollars that must have been spent in the longest window before it fires, for metrics of burn only
 * @param hold how long the condition must hold before it fires ({@code for} in the file)
 */
public record Rule(
        String name,
        Metric metric,
        @Nullable String scope,
        @Nullable String budget,
        @Nullable String namePattern,
        List<Duration> windows,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        @Nullable BigDecimal clear,
        @Nullable BigDecimal minimum,
        @JsonProperty("for") @Nullable Duration hold,
        Severity severity,
        Map<String, String> labels,
        @Nullable String runbook) {

    public static final List<Duration> WINDOWS = List.of(
            Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(3));

    /** A condition that must hold for longer is a mistake: what is judged is forgotten by then. */
    public static final Duration HOLD_MAX = Duration.ofDays(7);

    /** How a window is called where it is shown: {@code 5m}, {@code 1h}, {@code 6h}, {@code 24h}, {@code 3d}. */
    public static String windowName(Duration window) {
        if (window.toMinutes() < 60) {
            return window.toMinutes() + "m";
        }
        return window.toHours() <= 24 ? window.toHours() + "h" : window.toDays() + "d";
    }

    /** What a rule can measure, of what, in which unit, and which values it can have at all. */
    public enum Metric {
        /** Mean burn over the windows as a multiple of the plan of the budget. */
        @JsonProperty("burn_multiple")
        BURN_MULTIPLE(null, Subject.SCOPE, "x", 0, null),
        /** Mean burn over the windows as a multiple of the rate that was to be expected. */
        @JsonProperty("burn_of_expected")
        BURN_OF_EXPECTED(null, Subject.SCOPE, "x", 0, null),
        /** Spent share of the period's budget, in percent. */
        @JsonProperty("budget_percent")
        BUDGET_PERCENT(null, Subject.BUDGET, "%", 0, null),
        /** What will be spent by the period's end as a share of the budget, in percent: the lower of the forecasts. */
        @JsonProperty("forecast_percent")
        FORECAST_PERCENT(null, Subject.BUDGET, "%", 0, null),
        /** Hours until the budget is gone at the burn of the last hour, where that is before its period ends. */
        @JsonProperty("budget_hours")
        BUDGET_HOURS(null, Subject.BUDGET, "hours", 0, null),
        /** Balance of an account in US dollars. */
        @JsonProperty("balance")
        BALANCE(Scope.Kind.ACCOUNT, Subject.SCOPE, "USD", null, null),
        /** Hours until the balance of an account is gone at the burn of the last hour. */
        @JsonProperty("runway")
        RUNWAY(Scope.Kind.ACCOUNT, Subject.SCOPE, "hours", 0, null),
        /** Polls of an account that failed in a row. */
        @JsonProperty("polls_failed")
        POLLS_FAILED(Scope.Kind.ACCOUNT, Subject.SCOPE, "polls", 0, null),
        /** Hours since the last poll of an account that was answered. */
        @JsonProperty("unobserved_hours")
        UNOBSERVED_HOURS(Scope.Kind.ACCOUNT, Subject.SCOPE, "hours", 0, null),
        /** Present spend as a share of the most the provider lets the account spend per hour. */
        @JsonProperty("spend_limit_percent")
        SPEND_LIMIT_PERCENT(Scope.Kind.ACCOUNT, Subject.SCOPE, "%", 0, null),
        /** Minutes for which a running pod has been idle. */
        @JsonProperty("pod_idle_minutes")
        POD_IDLE_MINUTES(Scope.Kind.ACCOUNT, Subject.POD, "minutes", 0, null),
        /** 1 for an hour after a pod ended that nobody stopped, else 0. */
        @JsonProperty("pod_ended")
        POD_ENDED(Scope.Kind.ACCOUNT, Subject.POD, "", 0, 1),
        /** What an account's stopped pods cost for their disks, US dollars per day. */
        @JsonProperty("stopped_storage")
        STOPPED_STORAGE(Scope.Kind.ACCOUNT, Subject.SCOPE, "USD per day", 0, null),
        /** How far a running pod's price per GPU-hour is from the assumed one, in percent of that. */
        @JsonProperty("price_drift_percent")
        PRICE_DRIFT_PERCENT(Scope.Kind.ACCOUNT, Subject.POD, "%", 0, null),
        /** Share of the last 24 hours' cost that belongs to nobody. */
        @JsonProperty("orphan_percent")
        ORPHAN_PERCENT(Scope.Kind.ALL, Subject.SCOPE, "%", 0, 100),
        /** Difference between billed and metered in the last 30 days' bills, in percent of what was billed. */
        @JsonProperty("chargeback_error_percent")
        CHARGEBACK_ERROR_PERCENT(Scope.Kind.ACCOUNT, Subject.SCOPE, "%", 0, null),
        /** Events of the last hour that could not be used. */
        @JsonProperty("dead_letters")
        DEAD_LETTERS(Scope.Kind.ALL, Subject.SCOPE, "letters", 0, null),
        /** Minutes by the machine's clock for which ledger time has not moved. */
        @JsonProperty("ledger_stalled_minutes")
        LEDGER_STALLED_MINUTES(Scope.Kind.ALL, Subject.SCOPE, "minutes", 0, null);

        /** What a rule's state is kept for, besides the scope. */
        public enum Subject {
            SCOPE,
            BUDGET,
            POD
        }

        private final Scope.@Nullable Kind only;
        private final Subject subject;
        private final String unit;
        private final @Nullable BigDecimal lowest;
        private final @Nullable BigDecimal highest;

        Metric(
                Scope.@Nullable Kind only,
                Subject subject,
                String unit,
                @Nullable Integer lowest,
                @Nullable Integer highest) {
            this.only = only;
            this.subject = subject;
            this.unit = unit;
            this.lowest = lowest == null ? null : BigDecimal.valueOf(lowest);
            this.highest = highest == null ? null : BigDecimal.valueOf(highest);
        }

        public Subject subject() {
            return subject;
        }

        public String unit() {
            return unit;
        }

        /** The least value it can have; absent where there is no such bound. */
        public @Nullable BigDecimal lowest() {
            return lowest;
        }

        /** The greatest value it can have; absent where there is no such bound. */
        public @Nullable BigDecimal highest() {
            return highest;
        }

        /** It is a mean over windows. */
        public boolean isOfBurn() {
            return this == BURN_MULTIPLE || this == BURN_OF_EXPECTED;
        }

        /** It needs a budget of the scope. */
        public boolean isOfBudget() {
            return subject == Subject.BUDGET || this == BURN_MULTIPLE;
        }

        /** As it is written in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isFor(Scope scope) {
            return only == null || only == scope.kind();
        }
    }

    public Rule {
        name = Limits.name("name", name);
        InvalidValue.unless(metric != null, "metric", "is required");
        scope = scope == null ? null : Scope.ofKey(scope).key();
        budget = Limits.optionalName("budget", budget);
        namePattern = Limits.optionalName("namePattern", namePattern);
        windows = windows == null ? List.of() : List.copyOf(windows);
        InvalidValue.unless(hold == null || !hold.isNegative(), "for", "must not be negative");
        InvalidValue.unless(severity != null, "severity", "must be page or ticket");
        labels = Limits.labels("labels", labels);
        RuleChecks.checkFields(metric, windows, budget, namePattern, minimum);
        RuleChecks.checkLevels(metric, above, below, clear);
        InvalidValue.unless(
                scope == null || metric.isFor(Scope.ofKey(scope)),
                "scope",
                "has no " + metric.word() + ", so it could never fire");
        InvalidValue.unless(
                hold == null || hold.compareTo(HOLD_MAX) <= 0, "for", "must be at most " + Durations.text(HOLD_MAX));
    }

    /** Refuses a rule that could never fire with these budgets, with the reason. */
    public void check(List<Budget> budgets) {
        RuleChecks.checkBudgets(this, budgets);
    }

    public boolean isFor(Scope candidate) {
        return metric.isFor(candidate) && (scope == null || scope.equals(candidate.key()));
    }

    @JsonIgnore
    public BigDecimal threshold() {
        return above != null ? above : below != null ? below : BigDecimal.ZERO;
    }
}
