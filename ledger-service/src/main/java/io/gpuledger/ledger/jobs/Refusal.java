package io.gpuledger.ledger.jobs;

import java.time.Instant;

/**
 * A job that got no GPUs because others held them, or because it asks for more than there are.
 *
 * @param cause the id of the event it rests on
 * @param at from when on, for the first time (epoch milliseconds)
 */
public record Refusal(String job, String cause, long at, String reason) {

    static Refusal of(Claim claim, long at, long free, long milliGpus) {
        return new Refusal(
                claim.job(),
                claim.cause(),
                at,
                "milliGpus must not be more than the pod has free: " + claim.milliGpus() + " asked for, " + free
                        + " of "
                        + milliGpus + " free at " + Instant.ofEpochMilli(at)
                        + "; the job holds none while earlier ones hold them");
    }
}
