package io.gpuledger.pricing.poll;

import io.gpuledger.pricing.provider.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a poll went.
 *
 * @param outcome {@code completed}, the reason of the failure, or {@code unpublished}
 * @param detail one line; empty where all is well
 * @param pods how many were seen
 * @param balance how asking for the balance failed; absent where it did not
 * @param prices how asking for prices failed; absent where it did not or was not due
 * @param unreadable reasons of the pods that could not be read
 */
public record PollReport(
        Instant at,
        String outcome,
        String detail,
        int pods,
        @Nullable Failure balance,
        @Nullable Failure prices,
        List<String> unreadable,
        Duration took) {

    public static final String COMPLETED = "completed";
    public static final String UNPUBLISHED = "unpublished";

    public boolean completed() {
        return outcome.equals(COMPLETED);
    }
}
