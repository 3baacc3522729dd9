package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import java.time.Duration;

/**
 * What a rule remembers, made anew from the books: a rule with {@code for} or {@code clear} depends on what was, and a
 * correction changes that. So that its state is the same in whatever order things were told, it is judged again minute by
 * minute for as long as it can remember and six hours more.
 */
final class Memory {

    private static final long SPAN = Duration.ofHours(6).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long JUDGEMENTS_MAX = 720;

    private Memory() {}

    static boolean isIn(Rule rule) {
        boolean remembers = rule.hold() != null || rule.clear() != null;
        return remembers && (rule.metric().isOfBurn() || rule.metric().isOfBudget());
    }

    /** @param before stays where the rule comes to the same status, so that nothing is told twice */
    static RuleState of(Rule rule, Subject subject, Measures measures, RuleState before) {
        long span = SPAN + (rule.hold() == null ? 0 : rule.hold().toMillis());
        long step = MINUTE * Math.ceilDiv(span, MINUTE * JUDGEMENTS_MAX);
        RuleState state = RuleState.QUIET;
        for (long at = Math.floorDiv(measures.at() - span, step) * step; at < measures.at(); at += step) {
            state = next(rule, subject, measures.at(at), state);
        }
        state = next(rule, subject, measures, state);
        return state.isFiring() && before.isFiring() ? before : state;
    }

    private static RuleState next(Rule rule, Subject subject, Measures measures, RuleState state) {
        return Gauge.read(rule, measures).stream()
                .filter(reading -> reading.subject().equals(subject))
                .findFirst()
                .map(reading -> Judge.next(rule, reading, state, measures.at()))
                .orElse(RuleState.QUIET);
    }
}
