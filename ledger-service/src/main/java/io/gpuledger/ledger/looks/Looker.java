package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.ledger.jobs.JobShelf;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Polls;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// observations -> how busy each pod is, and its GPUs were in each hour -> what of it is news
public final class Looker {

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final LookShelf shelf;
    private final Polls polls;
    private final JobShelf jobs;
    private final Rater rater;
    private final Out out;
    private final Gazer gazer;
    private final Teller teller;

    /** Where what is news goes. */
    public interface Out {
        void post(BookEntry entry);

        /** How busy the GPUs of a cell were in an hour that ended. */
        void looked(HourLooks looks);
    }

    /** @param store who was seen when, and the jobs of pods */
    public <S extends Polls & JobShelf> Looker(LookShelf shelf, S store, Rater rater, Out out) {
        this.shelf = shelf;
        this.polls = store;
        this.jobs = store;
        this.rater = rater;
        this.out = out;
        this.gazer = new Gazer(store);
        this.teller = new Teller(store);
    }

    /**
     * Takes an observation that its poll knows of by now, of a pod that is not as it was seen before; true where what is
     * told of the pod may be another for it.
     *
     * @param number of the pod
     * @param again its poll had seen the pod before: it counts once
     */
    public boolean looked(PodObserved event, int number, boolean again) {
        Watched pod = shelf.watched(event.account(), event.pod(), number);
        pod.countsAnew();
        return looked(pod, new Saying(event), event.at().toEpochMilli(), event.utilisationPercent(), again);
    }

    /** The same of one whose pod was found, and is as it was seen before, but for its instant and use. */
    public boolean looked(Saying said, long at, @Nullable Integer percent, boolean again) {
        return looked(said.watched(), said, at, percent, again);
    }

    private boolean looked(Watched pod, Saying said, long at, @Nullable Integer percent, boolean again) {
        if (!again && percent != null && said.busyMilliGpus() > 0) {
            count(pod, said, at, percent);
        }
        Look look = said.look(percent);
        Gaze before = pod.gaze();
        if (before.isConfirmedBy(look, at)) {
            return false;
        }
        Gaze after = gazer.after(before, new Gazer.Seen(said.account(), pod.number(), at, look, again));
        if (after.equals(before)) {
            return false;
        }
        pod.gaze(after);
        shelf.changed(said.account(), said.like().pod(), pod);
        return after.tellsOtherThan(before);
    }

    private void count(Watched pod, Saying said, long at, int percent) {
        HourSum known = pod.sumAt(at, rater);
        HourSum sum = known == null ? sum(pod, said.like(), at) : known;
        sum.add(percent, said.busyMilliGpus());
        shelf.changed(sum);
    }

    /** Where looks at the pod count now, and for as long as its owner is the same. */
    private HourSum sum(Watched pod, PodObserved event, long at) {
        long hour = Math.floorDiv(at, HOUR_MILLIS) * HOUR_MILLIS;
        Cell cell = rater.computeCell(event.account(), Sight.of(event), at);
        HourSum sum = shelf.sum(cell, hour);
        pod.countsIn(sum, rater.ownersHoldAt(at).within(new Span(hour, hour + HOUR_MILLIS)), rater);
        return sum;
    }

    /// how a settled pod stands -> told, where that is news
    public void tell(Pod pod) {
        if (!pod.turns().isEmpty()) {
            Instant known = Instant.ofEpochMilli(polls.newest(pod.account()));
            Gaze gaze = shelf.watched(pod.account(), pod.id(), pod.number()).gaze();
            PodTold now =
                    teller.told(pod, gaze, jobs.jobs(pod.account(), pod.id()).facts(), known);
            if (Teller.isNews(now, shelf.told(pod.account(), pod.id()))) {
                shelf.keep(now);
                out.post(now);
            }
        }
        if (!pod.isLive()) {
            shelf.rest(pod.account(), pod.id(), pod.number());
        }
    }

    /// ledger time passed -> hours that ended by then and were not told yet, or have grown since
    public void passed(long ledgerTime, int partition) {
        for (HourSum sum : shelf.unsaid(ledgerTime - HOUR_MILLIS + 1)) {
            out.looked(sum.say(partition));
            shelf.changed(sum);
        }
    }
}
