package io.gpuledger.pricing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gpuledger.pricing.poll.PollReport;
import io.gpuledger.pricing.provider.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A watched account and how the watching goes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatchedAccountView(
        @Schema(examples = "runpod") String provider,
        @Schema(examples = "main") String name,
        @Schema(examples = "60") long pollIntervalSeconds,
        @Nullable PollView lastPoll,
        @Nullable Instant lastCompleted,
        @Nullable PollView lastError,
        @Schema(examples = "0") int failedInARow) {

    /** A poll; {@code problems} are those that did not make it fail. */
    public record PollView(
            Instant at,
            @Schema(examples = "completed") String outcome,
            String detail,
            @Schema(examples = "7") int pods,
            @Schema(examples = "412") long tookMillis,
            List<String> problems) {

        public static PollView of(PollReport report) {
            List<String> problems = new ArrayList<>();
            add(problems, "balance", report.balance());
            add(problems, "prices", report.prices());
            report.unreadable().stream().distinct().limit(PROBLEMS_MAX).forEach(problems::add);
            return new PollView(
                    report.at(),
                    report.outcome(),
                    report.detail(),
                    report.pods(),
                    report.took().toMillis(),
                    problems);
        }

        private static void add(List<String> problems, String what, @Nullable Failure failure) {
            if (failure != null) {
                problems.add(what + ": " + failure.reason() + ", " + failure.detail());
            }
        }
    }

    private static final int PROBLEMS_MAX = 10;
}
