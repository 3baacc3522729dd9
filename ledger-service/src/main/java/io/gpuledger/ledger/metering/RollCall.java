package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// polls -> who was there: it ends pods that a complete poll did not see, and lets stand again what later polls confirm
final class RollCall {

    private final MeterStore store;

    RollCall(MeterStore store) {
        this.store = store;
    }

    /** What is done about a pod whose timeline may have changed. */
    interface Settling {
        void settle(Pod pod, String cause);
    }

    /** What is known of the poll at an instant. */
    Poll poll(AccountRef account, long at) {
        Poll poll = store.poll(account, at);
        return poll == null ? Poll.unmarked() : poll;
    }

    /** The end of every pod that a poll, where it is complete, did not see. */
    void after(AccountRef account, long at, Settling settling) {
        Poll poll = store.poll(account, at);
        if (poll == null || !poll.isComplete()) {
            return;
        }
        boolean late = at < store.newest(account);
        for (Pod pod : late ? store.pods(account) : store.livePodsMissedBy(poll, account)) {
            Sight held = pod.inForceAt(at);
            if (!poll.saw(pod.number()) && held != null && !held.isGone()) {
                Pod ended = pod.with(at, Sight.absent(held, pollId(account, at)));
                settling.settle(confirmed(ended, at, held), pollId(account, at));
            } else if (late && pod.nextSightAfter(at) != Span.OPEN) {
                settling.settle(pod, pollId(account, at));
            }
        }
    }

    /** What is due for every pod whose timeline goes on after an instant at which something else is known now. */
    void again(AccountRef account, long at, Settling settling) {
        String cause = pollId(account, at);
        for (Pod pod : store.pods(account)) {
            if (pod.isLive() || pod.nextSightAfter(at) != Span.OPEN) {
                settling.settle(pod, cause);
            }
        }
    }

    /** What is due for every pod of an account, live or gone. */
    void whole(AccountRef account, Settling settling, String cause) {
        store.pods(account).forEach(pod -> settling.settle(pod, cause));
    }

    /**
     * What was true before a sight was put in is true again from the next poll that saw the pod: that observation was not
     * kept because it confirmed what stood before it. And a pod put in before polls that did not list it was gone by then.
     */
    Pod confirmed(Pod pod, long at, @Nullable Sight before) {
        Map.Entry<Long, Poll> next = store.pollAfter(
                pod.account(),
                at,
                pod.nextSightAfter(at),
                (instant, poll) -> poll.saw(pod.number()) || poll.isComplete());
        if (next == null) {
            return pod;
        }
        if (next.getValue().saw(pod.number())) {
            return before == null ? pod : pod.with(next.getKey(), before);
        }
        Sight inForce = pod.inForceAt(at);
        return inForce == null
                ? pod
                : pod.with(next.getKey(), Sight.absent(inForce, pollId(pod.account(), next.getKey())));
    }

    static String pollId(AccountRef account, long at) {
        return account + "/poll@" + at;
    }
}
