package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.rating.Rater;
import java.time.Instant;
import java.util.List;

/// steps posted, steps due -> the difference, once for the owner and once for the account
final class Ledgers {

    private final Timeline timeline;
    private final Rater rater;
    private final Posted out;

    Ledgers(MeterStore store, Rater rater, Posted out) {
        this.timeline = new Timeline(store, rater);
        this.rater = rater;
        this.out = out;
    }

    /** Posts what is due for a pod and has not been posted; the pod with what is posted now. */
    Pod settle(Pod pod, String cause) {
        Timeline.Drawn due = timeline.draw(pod);
        Steps.difference(pod.posted(), due.steps(), cause).forEach(step -> post(pod.account(), pod.id(), step));
        return pod.settled(due, rater.version());
    }

    /** Posts what is due for a job and has not been posted; the job with what is posted now. */
    Job settle(JobRecorded job, List<Step> posted, String cause) {
        List<Step> due = steps(job);
        Steps.difference(posted, due, cause).forEach(step -> post(job.account(), job.job(), step));
        return new Job(job, due, rater.version());
    }

    private List<Step> steps(JobRecorded job) {
        Steps steps = new Steps();
        Steps.Span span = new Steps.Span(job.from().toEpochMilli(), job.until().toEpochMilli());
        steps.charge(rater.charge(job), span, job.job(), job.id());
        return steps.list();
    }

    private void post(AccountRef account, String resource, Step step) {
        for (Scope scope : List.of(Scope.owner(step.place().cell().owner()), Scope.account(account))) {
            out.post(new Posting(
                    scope,
                    step.place().cell(),
                    resource,
                    step.place().name(),
                    null,
                    null,
                    Instant.ofEpochMilli(step.place().at()),
                    Instant.ofEpochMilli(step.place().at()),
                    new HourlyRate(step.nanoDollars()),
                    step.milliGpus(),
                    step.unpricedMilliGpus(),
                    null,
                    false,
                    step.place().source(),
                    step.cause()));
        }
    }
}
