package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.News;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// markers -> pods of which news is missing are settled, so that what they cost is held and not for ever
final class Vigil {

    private final MeterStore store;
    private final News news;

    /** Up to which ledger time no live pod of an account can be overdue: a bound, remembered to save looking. */
    private final Map<AccountRef, Long> quietUntil = new HashMap<>();

    Vigil(MeterStore store, News news) {
        this.store = store;
        this.news = news;
    }

    /** A pod was settled. */
    void heed(Pod pod) {
        if (isAwaited(pod)) {
            quietUntil.merge(pod.account(), news.due(pod), Math::min);
        }
    }

    /** A poll is complete: whoever lives after it was seen in it, or later. */
    void heed(AccountRef account, long completePoll) {
        if (completePoll == store.newest(account)) {
            quietUntil.put(account, news.due(completePoll));
        }
    }

    /** Ledger time has moved: accounts that are silent are held. */
    void ledgerTimeMoved(RollCall.Settling settling, String cause) {
        long now = store.ledgerTime();
        for (AccountRef account : List.copyOf(store.liveAccounts())) {
            if (store.lastTick(account) != News.NEVER && now > quietUntil.computeIfAbsent(account, this::bound)) {
                hold(account, settling, cause);
            }
        }
    }

    /** A poll failed: whom it did not see and no later one did is held. */
    void hold(AccountRef account, RollCall.Settling settling, String cause) {
        if (quietUntil.computeIfAbsent(account, this::bound) == Span.OPEN) {
            return;
        }
        quietUntil.put(account, Span.OPEN);
        store.livePods(account).stream().filter(Vigil::isAwaited).forEach(pod -> settling.settle(pod, cause));
    }

    private long bound(AccountRef account) {
        Map.Entry<Long, Poll> complete = store.pollBefore(account, Span.OPEN, (instant, poll) -> poll.isComplete());
        return complete == null ? News.NEVER : news.due(complete.getKey());
    }

    private static boolean isAwaited(Pod pod) {
        return pod.isLive() && pod.heldFrom() == Span.OPEN;
    }
}
