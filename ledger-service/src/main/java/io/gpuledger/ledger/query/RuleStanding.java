package io.gpuledger.ledger.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Subject;
import io.gpuledger.ledger.watch.Watch;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands for what it is not quiet about.
 *
 * @param resource the pod, where it is about one
 * @param budget the budget, where it is about one
 * @param since when the condition began to hold, or the rule fired
 * @param value what was measured when it fired; absent while it is pending, as are the next three
 * @param summary the sentence that was told
 */
public record RuleStanding(
        String rule,
        Scope scope,
        @Nullable String resource,
        @Nullable String budget,
        State state,
        Instant since,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        @Nullable String unit,
        @Nullable String summary) {

    /** A rule that is quiet has no standing. */
    public enum State {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("firing")
        FIRING
    }

    /** @param key by which the state is kept */
    public static RuleStanding of(String key, RuleState state) {
        Watch.Key kept = Watch.Key.of(key);
        Subject subject = kept.subject();
        Crossing told = state.told();
        return new RuleStanding(
                kept.rule(),
                subject.scope(),
                subject.resource(),
                subject.budget(),
                state.isFiring() ? State.FIRING : State.PENDING,
                Instant.ofEpochMilli(state.since()),
                told == null ? null : told.value(),
                told == null ? null : told.threshold(),
                told == null ? null : told.unit(),
                told == null ? null : told.summary());
    }
}
