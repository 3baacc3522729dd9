package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.ledger.jobs.JobFacts;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Polls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// observations -> how busy each pod is, and its GPUs were in each hour -> what of it is news
public final class Looker {

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final LookShelf shelf;
    private final Rater rater;
    private final Gazer gazer;
    private final Teller teller;

    public Looker(LookShelf shelf, Polls polls, Rater rater) {
        this.shelf = shelf;
        this.rater = rater;
        this.gazer = new Gazer(polls);
        this.teller = new Teller(polls);
    }

    /**
     * Takes an observation that its poll knows of by now; true where what is told of the pod may be another for it.
     *
     * @param number of the pod
     * @param again its poll had seen the pod before: it counts once
     * @param plain it is as it was seen before, but for its use
     */
    public boolean looked(PodObserved event, int number, boolean again, boolean plain) {
        long at = event.at().toEpochMilli();
        Watched pod = shelf.watched(event.account(), event.pod());
        if (!plain) {
            pod.countsAnew();
        }
        if (!again) {
            count(pod, event, at);
        }
        Gaze before = pod.gaze();
        Look look = Look.of(event);
        if (before.isConfirmedBy(look, at)) {
            return false;
        }
        Gaze after = gazer.after(before, new Gazer.Seen(event.account(), number, at, look, again));
        if (after.equals(before)) {
            return false;
        }
        pod.gaze(after);
        shelf.changed(event.account(), event.pod(), pod);
        return after.tellsOtherThan(before);
    }

    private void count(Watched pod, PodObserved event, long at) {
        Integer percent = event.utilisationPercent();
        if (percent == null || event.state() != PodState.RUNNING || event.milliGpus() == 0) {
            return;
        }
        HourSum known = pod.sumAt(at, rater);
        HourSum sum = known == null ? sum(pod, event, at) : known;
        sum.add(percent, event.milliGpus());
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

    /** How a settled pod stands, where that is news; it is told from now on. */
    public Optional<PodTold> news(Pod pod, JobFacts jobs, Instant known) {
        if (pod.turns().isEmpty()) {
            return Optional.empty();
        }
        Gaze gaze = shelf.watched(pod.account(), pod.id()).gaze();
        PodTold now = teller.told(pod, gaze, jobs, known);
        if (!Teller.isNews(now, shelf.told(pod.account(), pod.id()))) {
            return Optional.empty();
        }
        shelf.keep(now);
        return Optional.of(now);
    }

    /** The hours that ended by an instant and were not told yet, or have grown since. */
    public List<HourLooks> closed(long ledgerTime, int partition) {
        return shelf.unsaid(ledgerTime - HOUR_MILLIS + 1).stream()
                .map(sum -> {
                    HourLooks looks = sum.say(partition);
                    shelf.changed(sum);
                    return looks;
                })
                .toList();
    }
}
