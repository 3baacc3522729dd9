package io.gpuledger.ledger.query.rules;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what it looks at.
 *
 * @param resource the pod, where it looks at pods; those that are neither pending nor firing are not listed
 * @param budget the budget, where it looks at budgets
 * @param since when the condition began to hold (pending) or the rule fired (firing); absent where it is ok
 * @param values the last value, one for each window, or one; empty where it is not known here. 1000000 hours stand for
 *     never
 * @param valueAt the instant they are of
 * @param above fires at or above; or {@code below}, strictly below it
 */
public record RuleStatus(
        String rule,
        String metric,
        String unit,
        Severity severity,
        Scope scope,
        @Nullable String resource,
        @Nullable String budget,
        RuleState.Status status,
        @Nullable Instant since,
        List<BigDecimal> values,
        @Nullable Instant valueAt,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        @Nullable BigDecimal clear) {

    /** What is read now; of what is not read now, what was when it fired. */
    static RuleStatus of(Rule rule, Subject subject, RuleState state, List<BigDecimal> values, Instant at) {
        Crossing told = values.isEmpty() ? state.told() : null;
        return new RuleStatus(
                rule.name(),
                rule.metric().word(),
                rule.metric().unit(),
                rule.severity(),
                subject.scope(),
                subject.resource(),
                subject.budget(),
                state.status(),
                state.isQuiet() ? null : Instant.ofEpochMilli(state.since()),
                told != null ? List.of(told.value()) : values,
                told != null ? told.at() : values.isEmpty() ? null : at,
                rule.above(),
                rule.below(),
                rule.clear());
    }
}
