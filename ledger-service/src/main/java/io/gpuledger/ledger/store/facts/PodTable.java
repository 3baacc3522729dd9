package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.watch.past.Trace.Matter;
import java.time.Duration;
import java.time.Instant;
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
    private final PastVersions<PodTold> past;
    private final Map<Scope, Map<String, PodTold>> pods = new HashMap<>();
    private final Map<Scope, Map<String, PodTold>> notBusy = new HashMap<>();

    public PodTable(KeyValueStore<String, PodTold> store, PastTraces traces) {
        this.store = store;
        int size = 0;
        try (KeyValueIterator<String, PodTold> present = PastVersions.present(store)) {
            while (present.hasNext()) {
                remember(present.next().value);
                size++;
            }
        }
        this.past = new PastVersions<>(store, traces, Matter.PODS, size);
    }

    /**
     * The meter of a pod tells of it in its own order, so the last is true: from the instant it tells of, or from now on where
     * ledger time has passed that. What nobody has looked at yet is not kept when it is superseded.
     */
    public void take(PodTold told, long ledgerTime) {
        long at = Math.max(told.at().toEpochMilli(), ledgerTime + 1);
        PodTold before = of(Scope.account(told.account()), told.pod());
        if (before != null && before.at().toEpochMilli() <= ledgerTime) {
            past.keep(at, key(before), before);
        }
        PodTold now = told.toldAt(Instant.ofEpochMilli(at));
        store.put(key(now), now);
        remember(now);
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
        List<PodTold> old = notBusy(account).stream()
                .filter(pod -> pod.state() == PodState.GONE && now - pod.since().toEpochMilli() > KEPT_MILLIS)
                .toList();
        old.forEach(pod -> {
            past.keep(now, key(pod), pod);
            store.delete(key(pod));
            pods.getOrDefault(account, Map.of()).remove(pod.pod());
            notBusy.getOrDefault(account, Map.of()).remove(pod.pod());
        });
    }

    private static String key(PodTold told) {
        return Keys.of(told.account().toString(), told.pod());
    }
}
