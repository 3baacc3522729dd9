package io.gpuledger.ledger.watch;

/**
 * Where a rule stands for a scope.
 *
 * @param since when the condition began to hold (pending) or the rule fired (firing); epoch milliseconds
 */
public record RuleState(Status status, long since) {

    /** The states a rule goes through. */
    public enum Status {
        OK,
        PENDING,
        FIRING
    }

    public static final RuleState QUIET = new RuleState(Status.OK, 0);

    boolean isFiring() {
        return status == Status.FIRING;
    }
}
