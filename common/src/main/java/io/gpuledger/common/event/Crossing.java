package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule changed state for a scope, a pod or a budget: it fired, or it cleared. Carries what a person needs to know at 3 a.m.
 *
 * @param rule the rule's name
 * @param at the instant of ledger time it was judged at
 * @param since when it fired; with {@code rule}, {@code scope}, {@code resource} and {@code budget} the
 *     crossing's identity
 * @param metric what was measured, with its unit in {@code unit} ({@code x} of plan, {@code USD}, {@code hours}, {@code
 *     polls})
 * @param value what was measured, over the first of {@code windows} where it has any
 * @param windows the windows that all agreed, longest first; empty for an instant's value
 * @param moneyAtStake what is spent, or left, by the metric's meaning
 * @param hoursLeft hours until the balance or the budget is gone at the present burn; absent where unknown
 * @param contributors the pods or jobs most responsible, largest first
 * @param labels further labels of the alert
 * @param resource the pod it is about; absent where it is about the scope
 * @param budget the budget it is about; absent where it is about none of its own
 */
public record Crossing(
        String rule,
        Scope scope,
        Instant at,
        State state,
        Instant since,
        Severity severity,
        String metric,
        BigDecimal value,
        BigDecimal threshold,
        String unit,
        List<String> windows,
        @Nullable HourlyRate burn,
        @Nullable Money moneyAtStake,
        @Nullable BigDecimal hoursLeft,
        List<Contributor> contributors,
        Map<String, String> labels,
        String summary,
        @Nullable String runbook,
        @Nullable String resource,
        @Nullable String budget)
        implements Event {

    public static final int CONTRIBUTORS_MAX = 5;

    /** What the rule says of the scope now. */
    public enum State {
        @JsonProperty("firing")
        FIRING,
        @JsonProperty("resolved")
        RESOLVED
    }

    /**
     * A pod or job behind a crossing.
     *
     * @param cost what it cost in the window; what a day of its disks costs, where the rule is on those of stopped pods
     * @param share its part of the scope's cost in the window, or of the disks', 0 to 1, to four decimals
     * @param startedAt since when it has had GPUs, where it had none when the window began; absent where it had
     * @param account whose it is
     */
    public record Contributor(
            String resource,
            String name,
            @Nullable String sku,
            Money cost,
            BigDecimal share,
            @Nullable Instant startedAt,
            @Nullable AccountRef account) {}

    public Crossing {
        rule = Limits.name("rule", rule);
        InvalidValue.unless(scope != null, "scope", "is required");
        at = Limits.instant("at", at);
        InvalidValue.unless(state != null, "state", "is required");
        since = Limits.instant("since", since);
        InvalidValue.unless(severity != null, "severity", "is required");
        windows = windows == null ? List.of() : List.copyOf(windows);
        contributors = contributors == null ? List.of() : List.copyOf(contributors);
        labels = Limits.labels("labels", labels);
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "/" + state + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return rule + "|" + scope.key() + (resource == null ? "" : "|" + resource)
                + (budget == null ? "" : "|" + budget);
    }
}
