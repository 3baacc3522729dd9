package io.gpuledger.ledger.query.jobs;

import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.Spent;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.measure.WholeJob;
import io.gpuledger.ledger.query.cost.Amounts;
import io.gpuledger.ledger.query.jobs.JobAnswer.OnPod;
import io.gpuledger.ledger.query.jobs.JobAnswer.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// what is told of one job of an owner, pod by pod -> its row
final class JobSums {

    private static final long THOUSAND = 1_000;

    /** The state of a job on several pods is the first of these that it is in on any. */
    private static final List<State> FIRST = List.of(State.RUNNING, State.WAITING, State.ENDED_WITH_POD, State.STOPPED);

    private final List<JobTold> told;
    private final WholeJob job;
    private final JobTold latest;
    private final State state;
    private final List<OnPod> pods;
    private final Whole whole;

    /** @param now up to when what still runs is counted; absent before the first poll */
    JobSums(List<JobTold> told, @Nullable Instant now) {
        this.told = told;
        this.job = new WholeJob(told);
        this.latest = job.latest();
        this.state = FIRST.stream()
                .filter(one -> told.stream().anyMatch(job -> job.state() == one))
                .findFirst()
                .orElse(State.STOPPED);
        this.pods = told.stream().map(job -> onPod(job, now)).toList();
        this.whole = pods.stream().map(OnPod::whole).reduce(Whole::plus).orElseThrow();
    }

    private static OnPod onPod(JobTold job, @Nullable Instant now) {
        Spent spent = now == null ? job.spent() : job.spent().at(now);
        return new OnPod(
                job.pod(),
                job.state(),
                job.from(),
                job.until(),
                job.milliGpus(),
                job.refused(),
                new Whole(spent.cost(), spent.gpuTime(), spent.unpriced()));
    }

    Instant from() {
        return told.stream().map(JobTold::from).min(Instant::compareTo).orElse(latest.from());
    }

    /** @param inRange what the books say of the range; absent where they do not */
    JobAnswer.Row row(@Nullable Amounts inRange) {
        JobCounters counters = counters();
        return new JobAnswer.Row(
                latest.account(),
                latest.job(),
                latest.owner(),
                latest.project(),
                latest.costCentre(),
                state,
                from(),
                job.end().orElse(null),
                told.stream().mapToInt(JobTold::starts).sum(),
                told.stream().anyMatch(job -> Boolean.TRUE.equals(job.preempted())) ? true : null,
                counters == null ? null : counters.retries(),
                inRange == null ? null : inRange.cost(),
                inRange == null ? null : inRange.allocated(),
                whole,
                counters,
                counters == null ? null : each(counters.epochs(), 1),
                counters == null ? null : each(counters.inferences(), THOUSAND),
                pods);
    }

    private @Nullable Money each(@Nullable Long count, long times) {
        if (count == null || count == 0 || !job.isOver() || whole.unpriced().signum() != 0) {
            return null;
        }
        BigInteger units = whole.cost().units().multiply(BigInteger.valueOf(times));
        return new Money(new BigDecimal(units)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact());
    }

    private @Nullable JobCounters counters() {
        JobCounters greatest = new JobCounters(
                job.greatest(JobCounters::epochs),
                job.greatest(JobCounters::steps),
                job.greatest(JobCounters::inferences),
                job.greatest(JobCounters::retries));
        return greatest.equals(new JobCounters(null, null, null, null)) ? null : greatest;
    }
}
