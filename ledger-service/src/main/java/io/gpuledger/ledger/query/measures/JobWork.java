package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.measure.Used;
import io.gpuledger.ledger.measure.Work;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// what is told of one job of an owner, pod by pod -> what it counted and lost in a range
///
/// Counters are running totals, so of several pods the greatest counts; a job whose price is not wholly known counts
/// nothing.
final class JobWork {

    private final List<JobTold> told;
    private final Instant after;
    private final Instant until;

    /**
     * @param told at least one
     * @param after only what ended after this instant,
     * @param until and at this one or before
     */
    JobWork(List<JobTold> told, Instant after, Instant until) {
        this.told = told;
        this.after = after;
        this.until = until;
    }

    /** How it was told last, which says whose it is. */
    JobTold latest() {
        return told.stream()
                .max(Comparator.comparing(JobTold::from)
                        .thenComparing(job -> Objects.requireNonNullElse(job.pod(), "")))
                .orElseThrow();
    }

    Work work() {
        boolean counts = isOverInTheRange() && isPriced();
        return new Work(
                counts ? counted(JobCounters::epochs) : Work.Counted.NOTHING,
                counts ? counted(JobCounters::inferences) : Work.Counted.NOTHING,
                told.stream().filter(this::isLost).map(JobWork::used).reduce(Used.NOTHING, Used::plus));
    }

    private boolean isOverInTheRange() {
        Optional<Instant> end =
                told.stream().map(JobTold::until).filter(Objects::nonNull).max(Comparator.naturalOrder());
        return told.stream().allMatch(JobWork::isOver)
                && end.filter(this::isInTheRange).isPresent();
    }

    private boolean isInTheRange(Instant end) {
        return end.isAfter(after) && !end.isAfter(until);
    }

    private static boolean isOver(JobTold job) {
        return job.state() == State.STOPPED || job.state() == State.ENDED_WITH_POD;
    }

    private boolean isPriced() {
        return told.stream().allMatch(job -> job.spent().unpriced().signum() == 0);
    }

    private Work.Counted counted(Function<JobCounters, @Nullable Long> counter) {
        long greatest = told.stream()
                .map(JobTold::counters)
                .filter(Objects::nonNull)
                .map(counter)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Money cost = told.stream().map(job -> job.spent().cost()).reduce(Money.ZERO, Money::plus);
        return greatest == 0 ? Work.Counted.NOTHING : new Work.Counted(greatest, cost);
    }

    /** Whoever told what had been done by the preemption kept it. */
    private boolean isLost(JobTold job) {
        Instant end = job.until();
        return Boolean.TRUE.equals(job.preempted()) && job.counters() == null && end != null && isInTheRange(end);
    }

    private static Used used(JobTold job) {
        return new Used(job.spent().cost(), job.spent().gpuTime());
    }
}
