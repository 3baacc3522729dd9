package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.store.Keys;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How the pods of a partition's accounts stand; one that is gone is forgotten after a day. */
public final class PodTable {

    private static final long KEPT_MILLIS = Duration.ofDays(1).toMillis();

    private final KeyValueStore<String, PodTold> store;
    private final Map<Scope, Map<String, PodTold>> pods = new HashMap<>();
    private final Map<Scope, Map<String, PodTold>> notBusy = new HashMap<>();

    public PodTable(KeyValueStore<String, PodTold> store) {
        this.store = store;
        try (KeyValueIterator<String, PodTold> all = store.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
    }

    /** The meter of a pod tells of it in its own order, so the last is true. */
    public void take(PodTold told) {
        store.put(key(told), told);
        remember(told);
    }

    private void remember(PodTold told) {
        Scope account = Scope.account(told.account());
        pods.computeIfAbsent(account, scope -> new HashMap<>()).put(told.pod(), told);
        Map<String, PodTold> others = notBusy.computeIfAbsent(account, scope -> new HashMap<>());
        if (told.isBusy()) {
            others.remove(told.pod());
        } else {
            others.put(told.pod(), told);
        }
    }

    /** Those that do not run, or run idle: few of many. */
    public Collection<PodTold> notBusy(Scope account) {
        return notBusy.getOrDefault(account, Map.of()).values();
    }

    public Collection<PodTold> of(Scope account) {
        return pods.getOrDefault(account, Map.of()).values();
    }

    public @Nullable PodTold of(Scope account, String id) {
        return pods.getOrDefault(account, Map.of()).get(id);
    }

    public void forget(Scope account, long now) {
        List<PodTold> past = notBusy(account).stream()
                .filter(pod -> pod.state() == PodState.GONE && now - pod.since().toEpochMilli() > KEPT_MILLIS)
                .toList();
        past.forEach(pod -> {
            store.delete(key(pod));
            pods.getOrDefault(account, Map.of()).remove(pod.pod());
            notBusy.getOrDefault(account, Map.of()).remove(pod.pod());
        });
    }

    private static String key(PodTold told) {
        return Keys.of(told.account().toString(), told.pod());
    }
}
