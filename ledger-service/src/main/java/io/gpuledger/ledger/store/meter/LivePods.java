package io.gpuledger.ledger.store.meter;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.timeline.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the pods that were live at the end of their timelines were last seen, in memory. */
final class LivePods {

    private final Map<AccountRef, Map<String, Pod.Glance>> accounts = new HashMap<>();
    private @Nullable AccountRef lastAccount;
    private Map<String, Pod.Glance> lastPods = Map.of();

    void remember(Pod pod) {
        if (pod.isLive()) {
            of(pod.account()).put(pod.id(), new Pod.Glance(pod));
        } else {
            of(pod.account()).remove(pod.id());
        }
    }

    Pod.@Nullable Glance glance(AccountRef account, String id) {
        return of(account).get(id);
    }

    Set<AccountRef> accounts() {
        return accounts.keySet();
    }

    List<String> ids(AccountRef account, Predicate<Pod.Glance> condition) {
        return of(account).entrySet().stream()
                .filter(pod -> condition.test(pod.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Pod.Glance> of(AccountRef account) {
        if (!account.equals(lastAccount)) {
            lastAccount = account;
            lastPods = accounts.computeIfAbsent(account, a -> new HashMap<>());
        }
        return lastPods;
    }
}
