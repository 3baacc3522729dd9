package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.jobs.JobFacts;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Polls;
import io.gpuledger.ledger.timeline.Turn;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// a pod as it was settled, the looks at it, its jobs -> how it stands
public final class Teller {

    private final Polls polls;

    public Teller(Polls polls) {
        this.polls = polls;
    }

    /** The present state: since when, and what the pod was before. */
    private record State(Sight sight, long since, @Nullable Sight before) {}

    /**
     * How a pod stands at the end of what is known of it.
     *
     * @param pod one that was settled
     * @param known up to when the ledger was told of its account
     */
    public PodTold told(Pod pod, Gaze gaze, JobFacts jobs, Instant known) {
        State state = state(pod);
        Sight sight = state.sight();
        boolean isTold = sight.state() == PodState.RUNNING && pod.heldFrom() == Span.OPEN && gaze.isKnown();
        return new PodTold(
                pod.account(),
                pod.id(),
                known,
                sight.state(),
                Instant.ofEpochMilli(state.since()),
                isTold ? idleSince(pod, gaze, state.since()) : null,
                isTold,
                sight.name(),
                sight.sku(),
                sight.milliGpus(),
                sight.isGone() ? null : sight.price(),
                sight.isGone() ? HourlyRate.ZERO : sight.storageStopped(),
                endedUnexpectedly(state, jobs));
    }

    /** What was told before, as if it were told now: when it was told makes no difference. */
    public static boolean isNews(PodTold now, @Nullable PodTold before) {
        return before == null || !now.equals(before.toldAt(now.at()));
    }

    /** By the sights that turned something: those that only confirmed one of them may be kept or not. */
    private static State state(Pod pod) {
        long since = pod.turns().lastEntry().getValue().begins();
        Sight last = Objects.requireNonNull(pod.sights().get(pod.turns().lastKey()));
        for (Map.Entry<Long, Turn> turn : pod.turns().descendingMap().entrySet()) {
            Sight sight = Objects.requireNonNull(pod.sights().get(turn.getKey()));
            if (!goesOn(sight, last)) {
                return new State(last, since, sight);
            }
            since = turn.getValue().begins();
        }
        return new State(last, since, null);
    }

    private static boolean goesOn(Sight sight, Sight last) {
        return sight.state() == last.state()
                && (sight.state() != PodState.RUNNING || Objects.equals(sight.startedAt(), last.startedAt()));
    }

    /** A pod that was started anew is idle from the first look after that on at the earliest. */
    private @Nullable Instant idleSince(Pod pod, Gaze gaze, long since) {
        if (!gaze.lasts()) {
            return null;
        }
        if (gaze.idleFrom() >= since) {
            return Instant.ofEpochMilli(gaze.idleFrom());
        }
        long from = Gazer.next(polls, pod.account(), pod.number(), since - 1);
        return Instant.ofEpochMilli(from == Span.OPEN ? since : from);
    }

    private static boolean endedUnexpectedly(State state, JobFacts jobs) {
        Sight before = state.before();
        return state.sight().state() != PodState.RUNNING
                && before != null
                && before.state() == PodState.RUNNING
                && (before.tier() == Tier.SPOT || jobs.isAnyRunningAt(state.since()));
    }
}
