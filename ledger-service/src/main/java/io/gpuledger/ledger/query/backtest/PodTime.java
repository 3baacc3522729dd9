package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.ledger.watch.RuleState;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// a pod of which nothing new is told, where its rule stands -> when it is to be judged again
final class PodTime {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long ENDED = Duration.ofHours(1).toMillis();

    /** Not before something new is told. */
    static final long NEVER = Long.MAX_VALUE;

    private final Rule rule;

    PodTime(Rule rule) {
        this.rule = rule;
    }

    /** What is not awaited here could have changed nothing: the same was read, or less than the rule wants. */
    long next(PodTold pod, RuleState state, long at) {
        if (state.status() == RuleState.Status.PENDING) {
            return at;
        }
        return switch (rule.metric()) {
            case POD_IDLE_MINUTES -> idle(pod.idleSince(), state, at);
            case POD_ENDED -> at - pod.since().toEpochMilli() < ENDED && pod.endedUnexpectedly() ? at : NEVER;
            default -> NEVER;
        };
    }

    /** It only grows. */
    private long idle(@Nullable Instant since, RuleState state, long at) {
        if (since == null) {
            return NEVER;
        }
        if (rule.above() == null) {
            return at;
        }
        long enough = since.toEpochMilli()
                + rule.threshold().setScale(0, RoundingMode.CEILING).longValue() * MINUTE;
        return state.isFiring() ? NEVER : Math.max(at, enough);
    }
}
