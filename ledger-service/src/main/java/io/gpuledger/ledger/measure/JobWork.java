package io.gpuledger.ledger.measure;

import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// one job of an owner, on all its pods -> what it counted and lost in a range
///
/// A job whose price is not wholly known counts nothing.
public final class JobWork {

    private final WholeJob job;
    private final Instant after;
    private final Instant until;

    /**
     * @param after only what ended after this instant,
     * @param until and at this one or before
     */
    public JobWork(WholeJob job, Instant after, Instant until) {
        this.job = job;
        this.after = after;
        this.until = until;
    }

    /** How it was told last, which says whose it is. */
    public JobTold latest() {
        return job.latest();
    }

    public Work work() {
        boolean counts = job.end().filter(this::isInTheRange).isPresent() && isPriced();
        return new Work(
                counts ? counted(JobCounters::epochs) : Work.Counted.NOTHING,
                counts ? counted(JobCounters::inferences) : Work.Counted.NOTHING,
                job.told().stream().filter(this::isLost).map(JobWork::used).reduce(Used.NOTHING, Used::plus));
    }

    private boolean isInTheRange(Instant end) {
        return end.isAfter(after) && !end.isAfter(until);
    }

    private boolean isPriced() {
        return job.told().stream().allMatch(told -> told.spent().unpriced().signum() == 0);
    }

    private Work.Counted counted(Function<JobCounters, @Nullable Long> counter) {
        Long greatest = job.greatest(counter);
        Money cost = job.told().stream().map(told -> told.spent().cost()).reduce(Money.ZERO, Money::plus);
        return greatest == null || greatest == 0 ? Work.Counted.NOTHING : new Work.Counted(greatest, cost);
    }

    /** Whoever told what had been done by the preemption kept it. */
    private boolean isLost(JobTold told) {
        Instant end = told.until();
        return Boolean.TRUE.equals(told.preempted()) && told.counters() == null && end != null && isInTheRange(end);
    }

    private static Used used(JobTold told) {
        return new Used(told.spent().cost(), told.spent().gpuTime());
    }
}
