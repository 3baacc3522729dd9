package io.gpuledger.common.event;

import io.gpuledger.common.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What a job has done, where whoever reports it counts that; none may be negative. */
public record JobCounters(
        @Nullable Long epochs,
        @Nullable Long steps,
        @Nullable Long inferences,
        @Nullable Long retries) {

    public JobCounters {
        check("counters.epochs", epochs);
        check("counters.steps", steps);
        check("counters.inferences", inferences);
        check("counters.retries", retries);
    }

    private static void check(String field, @Nullable Long count) {
        InvalidValue.unless(count == null || count >= 0, field, "must not be negative");
    }
}
