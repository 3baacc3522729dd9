package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.rating.Rater;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// steps posted, steps due -> the difference, once in every scope it belongs to
final class Ledgers {

    private final MeterStore store;
    private final Rater rater;
    private final Timeline timeline;
    private final Posted out;

    Ledgers(MeterStore store, Rater rater, Posted out) {
        this.store = store;
        this.rater = rater;
        this.timeline = new Timeline(store, rater);
        this.out = out;
    }

    /** Whose books, by when they were told. */
    private record Page(
            AccountRef account, String resource, @Nullable Instant known) {}

    /** Posts what is due for a pod and has not been posted; the pod with what is posted now. */
    Pod settle(Pod pod, String cause) {
        Timeline.Drawn due = timeline.draw(pod);
        Page page = new Page(pod.account(), pod.id(), known(pod.account(), Long.MIN_VALUE));
        Steps.difference(pod.posted(), due.steps(), cause).forEach(step -> post(page, step));
        return pod.settled(due, rater.version());
    }

    /** Posts what is due for a job and has not been posted; the job with what is posted now. */
    Job settle(JobRecorded job, List<Step> posted, String cause) {
        List<Step> due = Steps.of(rater.rate(job));
        Page page =
                new Page(job.account(), job.job(), known(job.account(), job.at().toEpochMilli()));
        Steps.difference(posted, due, cause).forEach(step -> post(page, step));
        return new Job(job, due, rater.version());
    }

    /** The newest instant the ledger was told of the account. */
    private @Nullable Instant known(AccountRef account, long told) {
        long newest = Math.max(store.newest(account), told);
        return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
    }

    private void post(Page page, Step step) {
        Step.Place place = step.place();
        Instant at = Instant.ofEpochMilli(place.at());
        for (Scope scope : Scope.of(place.cell())) {
            out.post(new Posting(
                    scope,
                    place.cell(),
                    page.resource(),
                    place.name(),
                    place.use(),
                    place.job(),
                    at,
                    page.known(),
                    new HourlyRate(step.nanoDollars()),
                    step.milliGpus(),
                    step.unpricedMilliGpus(),
                    step.amount().signum() == 0 ? null : step.amount(),
                    place.estimated(),
                    place.source(),
                    step.cause()));
        }
    }
}
