package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.bills.BillBook;
import io.gpuledger.ledger.bills.Coverage;
import io.gpuledger.ledger.bills.Reconciler;
import io.gpuledger.ledger.jobs.JobBook;
import io.gpuledger.ledger.jobs.LoneJob;
import io.gpuledger.ledger.jobs.PodJobs;
import io.gpuledger.ledger.jobs.Refusal;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Step;
import io.gpuledger.ledger.timeline.Steps;
import io.gpuledger.ledger.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
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
        this.timeline = new Timeline(store, rater, store.prices(), Horizon.SPAN);
        this.out = out;
    }

    /** Whose books, by when they were told. */
    private record Page(
            AccountRef account, String resource, @Nullable Instant known) {}

    /** Posts what is due for a pod and has not been posted; the pod with what is posted now. */
    Pod settle(Pod pod, String cause) {
        Timeline.Drawn drawn = timeline.draw(pod);
        Page page = new Page(pod.account(), pod.id(), known(pod.account(), Long.MIN_VALUE));
        PodJobs jobs = new PodJobs(store.jobs(page.account(), page.resource()).facts(), drawn.due());
        Due settled = reconcile(page, jobs.shared());
        List<Step> due = Steps.of(Coverage.mark(settled, store.bills(page.account(), page.resource())));
        post(page, Steps.difference(pod.posted(), due, cause));
        tell(page, jobs, settled);
        return pod.settled(drawn, due, rater.version());
    }

    /** A pod of which the beginning is forgotten: what is due for the rest counts as posted. */
    Pod asPosted(Pod rest) {
        Timeline.Drawn drawn = timeline.draw(rest);
        return rest.settled(drawn, Steps.of(drawn.due()), rater.version());
    }

    /// what is due, bills -> what is due with the adjustments; what came of each line is told where it is news
    private Due reconcile(Page page, Due due) {
        BillBook bills = store.bills(page.account(), page.resource());
        if (bills.lines().isEmpty()) {
            return due;
        }
        Reconciler.Settled settled =
                Reconciler.settle(new Reconciler.Resource(page.account(), page.resource(), page.known()), due, bills);
        List<Reconciled> news = bills.news(settled.reconciled());
        if (!news.isEmpty()) {
            news.forEach(out::post);
            store.keep(page.account(), page.resource(), bills.after(settled.reconciled()));
        }
        return settled.due();
    }

    /// what is due -> what is known of each job, and who was refused, where it is news
    private void tell(Page page, PodJobs jobs, Due settled) {
        JobBook book = store.jobs(page.account(), page.resource());
        NavigableMap<String, JobTold> now =
                jobs.told(new PodJobs.Place(page.account(), page.resource(), page.known()), settled);
        List<JobTold> news = book.news(now);
        List<Refusal> refusals = book.newly(jobs.refusals());
        if (!news.isEmpty() || !refusals.isEmpty()) {
            news.forEach(out::post);
            refusals.forEach(refusal -> out.refuse(book.facts().event(refusal), refusal.reason()));
            store.keep(page.account(), page.resource(), book.after(now, refusals));
        }
    }

    /** Posts what is due for a job and has not been posted; the job with what is posted now. */
    Job settle(JobRecorded job, @Nullable Job before, String cause) {
        Due due = rater.rate(job, store.prices());
        List<Step> steps = Steps.of(due);
        Instant known = known(job.account(), job.at().toEpochMilli());
        Page page = new Page(job.account(), job.job(), known);
        post(page, Steps.difference(before == null ? List.of() : before.posted(), steps, cause));
        LoneJob.told(before == null ? null : before.record(), job, due, known == null ? job.at() : known)
                .forEach(out::post);
        return new Job(job, steps, rater.version());
    }

    /** The newest instant the ledger was told of the account. */
    private @Nullable Instant known(AccountRef account, long told) {
        long newest = Math.max(store.newest(account), told);
        return newest == Long.MIN_VALUE ? null : Instant.ofEpochMilli(newest);
    }

    /** What a bill covers is known as if it always had been: so yesterday's border leaves nothing when a bill moves it. */
    private void post(Page page, Steps.Difference difference) {
        difference.changes().forEach(step -> post(page, step));
        Page always = new Page(page.account(), page.resource(), null);
        difference.moves().forEach(step -> post(always, step));
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
                    place.reconciled(),
                    place.source(),
                    step.cause()));
        }
    }
}
