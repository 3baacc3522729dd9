package io.gpuledger.ledger.watch;

import io.gpuledger.common.event.Crossing;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands for a subject.
 *
 * @param since when the condition began to hold (pending) or the rule fired (firing); epoch milliseconds
 * @param told the crossing that said it fired; absent unless it fires
 */
public record RuleState(Status status, long since, @Nullable Crossing told) {

    /** The states a rule goes through. */
    public enum Status {
        OK,
        PENDING,
        FIRING
    }

    public static final RuleState QUIET = new RuleState(Status.OK, 0, null);

    RuleState(Status status, long since) {
        this(status, since, null);
    }

    public boolean isFiring() {
        return status == Status.FIRING;
    }

    public boolean isQuiet() {
        return status == Status.OK;
    }

    RuleState telling(Crossing crossing) {
        return new RuleState(status, since, crossing);
    }
}
