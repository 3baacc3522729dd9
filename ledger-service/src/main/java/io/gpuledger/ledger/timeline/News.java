package io.gpuledger.ledger.timeline;

import io.gpuledger.common.config.Metering;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.rating.Span;
import java.util.Map;

/**
 * Says when a pod was last heard of, and where news of it is missing: after a poll that told of it, others failed, or
 * more than {@code silence} went by. An account that nobody polls owes no news.
 */
public final class News {

    /** When a pod that was never heard of was heard of. */
    public static final long NEVER = Long.MIN_VALUE;

    private final Polls polls;
    private final long silenceMillis;

    public News(Polls polls, Metering metering) {
        this.polls = polls;
        this.silenceMillis = metering.silenceInForce().toMillis();
    }

    /** The last instant before another at which the pod was seen, or a complete poll told that it was not there. */
    long lastHeard(Pod pod, long before) {
        Map.Entry<Long, Poll> poll = polls.pollBefore(
                pod.account(), before, (instant, known) -> known.isComplete() || known.saw(pod.number()));
        return poll == null ? NEVER : poll.getKey();
    }

    /** News was missing between two instants at which there was some. */
    boolean isMissing(AccountRef account, long from, long until) {
        return (isPolled(account) && until - from > silenceMillis) || failed(account, from, until);
    }

    /** Since when a live pod has not been heard of although it should have been; {@link Span#OPEN} where all is well. */
    long overdueSince(Pod pod) {
        if (!pod.isLive()) {
            return Span.OPEN;
        }
        long heard = heard(pod);
        return isOverdue(pod.account(), heard) || failed(pod.account(), heard, Span.OPEN) ? heard : Span.OPEN;
    }

    /** From which ledger time on a live pod's news is overdue if none comes. */
    public long due(Pod pod) {
        return due(heard(pod));
    }

    /** From which ledger time on news is overdue after some was heard. */
    public long due(long heard) {
        return heard + silenceMillis;
    }

    /** What was forgotten with the polls of long ago is as it was drawn. */
    private long heard(Pod pod) {
        long heard = lastHeard(pod, Span.OPEN);
        long drawn = pod.heldFrom() == Span.OPEN ? pod.sights().lastKey() : pod.heldFrom();
        return heard == NEVER ? drawn : Math.max(heard, pod.sights().lastKey());
    }

    private boolean isOverdue(AccountRef account, long heard) {
        return isPolled(account) && polls.ledgerTime() - heard > silenceMillis;
    }

    private boolean isPolled(AccountRef account) {
        return polls.lastTick(account) != NEVER;
    }

    private boolean failed(AccountRef account, long after, long before) {
        return polls.pollAfter(account, after, before, (instant, poll) -> poll.isFailed()) != null;
    }
}
