package io.gpuledger.ledger.store;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.metering.Job;
import io.gpuledger.ledger.metering.MeterStore;
import io.gpuledger.ledger.metering.Pod;
import io.gpuledger.ledger.metering.Poll;
import io.gpuledger.ledger.store.polls.PollStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A meter's memory in the state stores of its task; how live pods were
 * last seen is kept beside them and read back at the start. */
public final class KafkaMeterStore implements MeterStore {

    private final KeyValueStore<String, Pod> pods;
    private final PollStore polls;
    private final KeyValueStore<String, Job> jobs;
    private final KeyValueStore<String, Long> ticks;
    private final Map<AccountRef, Map<String, Pod.Glance>> live = new HashMap<>();
    private int nextNumber;

    public KafkaMeterStore(ProcessorContext<?, ?> context) {
        this.pods = context.getStateStore(StoreNames.METER_PODS);
        this.polls = context.getStateStore(StoreNames.METER_POLLS);
        this.jobs = context.getStateStore(StoreNames.METER_JOBS);
        this.ticks = context.getStateStore(StoreNames.METER_TICKS);
        this.polls.clearCache();
        try (KeyValueIterator<String, Pod> all = pods.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
    }

    @Override
    public @Nullable Pod pod(AccountRef account, String id) {
        return pods.get(Keys.of(account, id));
    }

    @Override
    public void keep(Pod pod) {
        pods.put(Keys.of(pod.account(), pod.id()), pod);
        remember(pod);
    }

    private void remember(Pod pod) {
        nextNumber = Math.max(nextNumber, pod.number() + 1);
        Map<String, Pod.Glance> ofAccount = live.computeIfAbsent(pod.account(), account -> new HashMap<>());
        if (pod.isLive()) {
            ofAccount.put(pod.id(), Pod.Glance.at(pod));
        } else {
            ofAccount.remove(pod.id());
        }
    }

    @Override
    public int nextNumber() {
        return nextNumber;
    }

    @Override
    public Pod.@Nullable Glance glance(AccountRef account, String id) {
        return live.getOrDefault(account, Map.of()).get(id);
    }

    @Override
    public Collection<Pod> livePodsMissedBy(Poll poll, AccountRef account) {
        List<Pod> found = new ArrayList<>();
        live.getOrDefault(account, Map.of()).forEach((id, glance) -> {
            Pod pod = poll.saw(glance.number()) ? null : pod(account, id);
            if (pod != null) {
                found.add(pod);
            }
        });
        return found;
    }

    @Override
    public Collection<Pod> pods(AccountRef account) {
        return values(pods, account.toString());
    }

    @Override
    public boolean sees(AccountRef account, long at, int pod) {
        return polls.sees(account, at, pod);
    }

    @Override
    public @Nullable Poll poll(AccountRef account, long at) {
        return polls.poll(account, at);
    }

    @Override
    public void keep(AccountRef account, long at, Poll poll) {
        polls.keep(account, at, poll);
    }

    @Override
    public Map.@Nullable Entry<Long, Poll> pollBefore(AccountRef account, long at, BiPredicate<Long, Poll> condition) {
        return polls.before(account, at, condition);
    }

    @Override
    public Map.@Nullable Entry<Long, Poll> pollAfter(
            AccountRef account, long at, long before, BiPredicate<Long, Poll> condition) {
        return polls.after(account, at, before, condition);
    }

    @Override
    public void forgetPollsBefore(AccountRef account, long at) {
        polls.forgetBefore(account, at);
    }

    @Override
    public @Nullable Job job(String key) {
        return jobs.get(key);
    }

    @Override
    public void keep(Job job) {
        jobs.put(job.record().identity(), job);
    }

    @Override
    public long newest(AccountRef account) {
        return polls.newest(account);
    }

    @Override
    public long lastTick(AccountRef account) {
        Long last = ticks.get(account.toString());
        return last == null ? Long.MIN_VALUE : last;
    }

    @Override
    public void ticked(AccountRef account, long at) {
        ticks.put(account.toString(), at);
    }

    public Collection<Pod> allPods() {
        try (KeyValueIterator<String, Pod> all = pods.all()) {
            return collect(all);
        }
    }

    public Collection<Job> allJobs() {
        try (KeyValueIterator<String, Job> all = jobs.all()) {
            return collect(all);
        }
    }

    private static <T> Collection<T> values(KeyValueStore<String, T> store, String prefix) {
        try (KeyValueIterator<String, T> found = store.range(Keys.first(prefix), Keys.last(prefix))) {
            return collect(found);
        }
    }

    private static <T> Collection<T> collect(KeyValueIterator<String, T> found) {
        List<T> values = new ArrayList<>();
        found.forEachRemaining(entry -> values.add(entry.value));
        return values;
    }
}
