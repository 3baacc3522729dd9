package io.gpuledger.cli.jobs;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a row of the file comes to. */
sealed interface Row {

    /** The line of the file it begins on, from 1. */
    long line();

    /**
     * A job that held GPUs.
     *
     * @param start absent: before the file begins
     * @param end absent: still running when the file ends
     */
    record Job(
            long line,
            Claim claim,
            @Nullable Instant start,
            @Nullable Instant end) implements Row {

        boolean saysTheSameAs(Job other) {
            return claim.equals(other.claim) && Objects.equals(start, other.start) && Objects.equals(end, other.end);
        }
    }

    /** Who held how much. */
    record Claim(
            String id,
            String owner,
            @Nullable String project,
            @Nullable String sku,
            long milliGpus) {}

    /** A row of the file that held no GPU: nothing to account for, though its times count. */
    record WithoutGpu(
            long line, @Nullable Instant start, @Nullable Instant end) implements Row {}

    /** @param reason what is wrong with it */
    record Unusable(long line, String reason) implements Row {}
}
