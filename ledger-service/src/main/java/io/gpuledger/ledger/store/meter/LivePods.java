package io.gpuledger.ledger.store.meter;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the pods that were live at the end of their timelines were last seen, in memory. */
final class LivePods {

    private final Map<AccountRef, Fleet> accounts = new HashMap<>();
    private @Nullable AccountRef lastAccount;
    private Fleet lastFleet = Fleet.empty();

    /** Those of an account, by their ids, and the bits of their numbers. */
    private record Fleet(Map<String, Pod.Glance> pods, BitSet numbers) {

        static Fleet empty() {
            return new Fleet(new HashMap<>(), new BitSet());
        }

        boolean isWhollySeenBy(Poll poll) {
            BitSet missed = (BitSet) numbers.clone();
            missed.andNot(poll.seen());
            return missed.isEmpty();
        }
    }

    void remember(Pod pod) {
        Fleet fleet = of(pod.account());
        Pod.Glance before = pod.isLive() ? fleet.pods.put(pod.id(), new Pod.Glance(pod)) : fleet.pods.remove(pod.id());
        if (before != null) {
            before.passes();
        }
        fleet.numbers.set(pod.number(), pod.isLive());
    }

    Pod.@Nullable Glance glance(AccountRef account, String id) {
        return of(account).pods.get(id);
    }

    Set<AccountRef> accounts() {
        return accounts.keySet();
    }

    Collection<String> ids(AccountRef account) {
        return List.copyOf(of(account).pods.keySet());
    }

    /** Nearly every poll sees all of them, which needs no search. */
    Collection<String> idsMissedBy(Poll poll, AccountRef account) {
        Fleet fleet = of(account);
        if (fleet.isWhollySeenBy(poll)) {
            return List.of();
        }
        return fleet.pods.entrySet().stream()
                .filter(pod -> !poll.saw(pod.getValue().number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Fleet of(AccountRef account) {
        if (!account.equals(lastAccount)) {
            lastAccount = account;
            lastFleet = accounts.computeIfAbsent(account, a -> Fleet.empty());
        }
        return lastFleet;
    }
}
