package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.ledger.watch.RuleState.Status;
import java.math.BigDecimal;
import java.util.List;

/// values of a rule's windows, its state -> its next state
final class Judge {

    private Judge() {}

    /** All windows must be beyond the threshold to fire; one of them within the clear level ends it. */
    static RuleState next(Rule rule, List<BigDecimal> values, RuleState state, long at) {
        if (values.isEmpty()) {
            return state.status() == Status.PENDING ? RuleState.QUIET : state;
        }
        if (state.isFiring()) {
            return values.stream().allMatch(value -> isBeyond(rule, value, clearLevel(rule))) ? state : RuleState.QUIET;
        }
        if (!values.stream().allMatch(value -> isBeyond(rule, value, rule.threshold()))) {
            return RuleState.QUIET;
        }
        long since = state.status() == Status.PENDING ? state.since() : at;
        long held = rule.hold() == null ? 0 : rule.hold().toMillis();
        return at - since >= held ? new RuleState(Status.FIRING, at) : new RuleState(Status.PENDING, since);
    }

    private static boolean isBeyond(Rule rule, BigDecimal value, BigDecimal level) {
        return rule.above() != null ? value.compareTo(level) >= 0 : value.compareTo(level) < 0;
    }

    private static BigDecimal clearLevel(Rule rule) {
        return rule.clear() == null ? rule.threshold() : rule.clear();
    }
}
