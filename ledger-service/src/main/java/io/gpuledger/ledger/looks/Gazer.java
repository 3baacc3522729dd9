package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Poll;
import io.gpuledger.ledger.timeline.Polls;
import java.util.Map;

/// what the looks at a pod came to, one more of them -> what they come to now
public final class Gazer {

    private final Polls polls;

    public Gazer(Polls polls) {
        this.polls = polls;
    }

    /**
     * One look, which its poll knows of by now.
     *
     * @param pod the number of the pod
     * @param again its poll had seen the pod before: it was told twice
     */
    public record Seen(AccountRef account, int pod, long at, Look look, boolean again) {}

    /** Itself where nothing changes. */
    public Gaze after(Gaze known, Seen seen) {
        if (known.isConfirmedBy(seen.look(), seen.at())) {
            return known;
        }
        if (known.isIdle()) {
            return seen.look() == Look.IDLE ? goesOn(known, seen) : interrupted(known, seen);
        }
        if (known.last() == Look.NONE) {
            return seen.look() == Look.IDLE ? Gaze.idle(Long.MIN_VALUE, seen.at(), seen.at()) : Gaze.of(seen.look());
        }
        if (seen.look() == known.last() || next(seen, seen.at()) != Span.OPEN) {
            return known;
        }
        if (seen.again()) {
            return seen.look().compareTo(known.last()) > 0 ? Gaze.of(seen.look()) : known;
        }
        return seen.look() == Look.IDLE ? Gaze.idle(last(seen, seen.at()), seen.at(), seen.at()) : Gaze.of(seen.look());
    }

    private Gaze goesOn(Gaze known, Seen seen) {
        if (seen.at() <= known.notIdleAt()) {
            return known;
        }
        long from = Math.min(known.idleFrom(), seen.at());
        return Gaze.idle(known.notIdleAt(), from, last(seen, Span.OPEN));
    }

    /** It was found otherwise: idle again from the first look after that, if there is any, for then it was idle at all of them. */
    private Gaze interrupted(Gaze known, Seen seen) {
        if (seen.at() <= known.notIdleAt()) {
            return known;
        }
        long next = next(seen, seen.at());
        return next == Span.OPEN ? Gaze.of(seen.look()) : Gaze.idle(seen.at(), next, last(seen, Span.OPEN));
    }

    /** The first look at the pod after an instant; {@link Span#OPEN} where there is none. */
    private long next(Seen seen, long after) {
        return after >= polls.newest(seen.account()) ? Span.OPEN : next(polls, seen.account(), seen.pod(), after);
    }

    static long next(Polls polls, AccountRef account, int pod, long after) {
        Map.Entry<Long, Poll> found = polls.pollAfter(account, after, Span.OPEN, (at, poll) -> poll.saw(pod));
        return found == null ? Span.OPEN : found.getKey();
    }

    /** The last look at the pod before an instant. */
    private long last(Seen seen, long before) {
        Map.Entry<Long, Poll> found = polls.pollBefore(seen.account(), before, (at, poll) -> poll.saw(seen.pod()));
        return found == null ? Long.MIN_VALUE : found.getKey();
    }
}
