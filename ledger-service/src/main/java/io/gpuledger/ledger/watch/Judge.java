package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.watch.RuleState.Status;
import java.math.BigDecimal;

/// what a rule reads, its state -> its next state
final class Judge {

    private Judge() {}

    /** All windows must be beyond the threshold to fire; one of them within the clear level ends it. */
    static RuleState next(Rule rule, Reading reading, RuleState state, long at) {
        if (!reading.isKnown()) {
            return state.status() == Status.PENDING ? RuleState.QUIET : state;
        }
        if (state.isFiring()) {
            return allBeyond(rule, reading, clearLevel(rule)) ? state : RuleState.QUIET;
        }
        if (!allBeyond(rule, reading, rule.threshold()) || !weighsEnough(rule, reading)) {
            return RuleState.QUIET;
        }
        long since = state.status() == Status.PENDING ? state.since() : at;
        long held = rule.hold() == null ? 0 : rule.hold().toMillis();
        return at - since >= held ? new RuleState(Status.FIRING, at) : new RuleState(Status.PENDING, since);
    }

    private static boolean allBeyond(Rule rule, Reading reading, BigDecimal level) {
        return reading.values().stream()
                .allMatch(value -> rule.above() != null ? value.compareTo(level) >= 0 : value.compareTo(level) < 0);
    }

    private static boolean weighsEnough(Rule rule, Reading reading) {
        return rule.minimum() == null
                || (reading.weight() != null && reading.weight().compareTo(Money.ofDollars(rule.minimum())) >= 0);
    }

    private static BigDecimal clearLevel(Rule rule) {
        return rule.clear() == null ? rule.threshold() : rule.clear();
    }
}
