package io.gpuledger.ledger.measure;

import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One job of an owner, on all its pods.
 *
 * @param told what is told of it, pod by pod; at least one
 */
public record WholeJob(List<JobTold> told) {

    /** Of two that took GPUs at one instant, always the same. */
    private static final Comparator<JobTold> BEGUN =
            Comparator.comparing(JobTold::from).thenComparing(job -> Objects.requireNonNullElse(job.pod(), ""));

    public WholeJob {
        told = List.copyOf(told);
    }

    /** How it was told where it took GPUs last, which says whose it is. */
    public JobTold latest() {
        return told.stream().max(BEGUN).orElseThrow();
    }

    /** It holds GPUs nowhere, and waits for none. */
    public boolean isOver() {
        return told.stream()
                .map(JobTold::state)
                .allMatch(state -> state == State.STOPPED || state == State.ENDED_WITH_POD);
    }

    /** When it gave back the last of its GPUs; nothing while it is not over. */
    public Optional<Instant> end() {
        return isOver()
                ? told.stream().map(JobTold::until).filter(Objects::nonNull).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Counters are running totals, so of several pods the greatest counts; absent where none counted. */
    public @Nullable Long greatest(Function<JobCounters, @Nullable Long> counter) {
        return told.stream()
                .map(JobTold::counters)
                .flatMap(Stream::ofNullable)
                .map(counter)
                .flatMap(Stream::ofNullable)
                .max(Long::compareTo)
                .orElse(null);
    }
}
