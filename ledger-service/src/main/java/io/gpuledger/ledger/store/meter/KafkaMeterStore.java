package io.gpuledger.ledger.store.meter;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.ledger.bills.BillBook;
import io.gpuledger.ledger.jobs.JobBook;
import io.gpuledger.ledger.metering.Job;
import io.gpuledger.ledger.metering.Meter;
import io.gpuledger.ledger.metering.MeterStore;
import io.gpuledger.ledger.rating.PriceLists;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.polls.PollStore;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final KeyValueStore<String, JobBook> podJobs;
    private final KeyValueStore<String, BillBook> bills;
    private final KeyValueStore<String, Long> ticks;
    private final PriceTable prices;
    private final LivePods live = new LivePods();
    private long ledgerTime = Long.MIN_VALUE;
    private int nextNumber;

    public KafkaMeterStore(ProcessorContext<?, ?> context) {
        this.pods = context.getStateStore(StoreNames.METER_PODS);
        this.polls = context.getStateStore(StoreNames.METER_POLLS);
        this.jobs = context.getStateStore(StoreNames.METER_JOBS);
        this.podJobs = context.getStateStore(StoreNames.METER_POD_JOBS);
        this.bills = context.getStateStore(StoreNames.METER_BILLS);
        this.ticks = context.getStateStore(StoreNames.METER_TICKS);
        this.prices = new PriceTable(context.getStateStore(StoreNames.METER_PRICES));
        this.polls.clearCache();
        try (KeyValueIterator<String, Pod> all = pods.all()) {
            all.forEachRemaining(entry -> remember(entry.value));
        }
        try (KeyValueIterator<String, Long> all = ticks.all()) {
            all.forEachRemaining(entry -> ledgerTime = Math.max(ledgerTime, entry.value));
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
        live.remember(pod);
    }

    @Override
    public int nextNumber() {
        return nextNumber;
    }

    @Override
    public Pod.@Nullable Glance glance(AccountRef account, String id) {
        return live.glance(account, id);
    }

    @Override
    public Set<AccountRef> liveAccounts() {
        return live.accounts();
    }

    @Override
    public Collection<Pod> livePods(AccountRef account) {
        return pods(account, live.ids(account));
    }

    @Override
    public Collection<Pod> livePodsMissedBy(Poll poll, AccountRef account) {
        return pods(account, live.idsMissedBy(poll, account));
    }

    private Collection<Pod> pods(AccountRef account, Collection<String> ids) {
        List<Pod> found = new ArrayList<>();
        for (String id : ids) {
            Pod pod = pod(account, id);
            if (pod != null) {
                found.add(pod);
            }
        }
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
    public JobBook jobs(AccountRef account, String pod) {
        JobBook book = podJobs.get(Keys.of(account, pod));
        return book == null ? JobBook.EMPTY : book;
    }

    @Override
    public void keep(AccountRef account, String pod, JobBook book) {
        podJobs.put(Keys.of(account, pod), book);
    }

    @Override
    public BillBook bills(AccountRef account, String resource) {
        BillBook book = bills.get(Keys.of(account, resource));
        return book == null ? BillBook.EMPTY : book;
    }

    @Override
    public void keep(AccountRef account, String resource, BillBook book) {
        bills.put(Keys.of(account, resource), book);
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
        ledgerTime = Math.max(ledgerTime, at);
    }

    @Override
    public long ledgerTime() {
        return ledgerTime;
    }

    @Override
    public Collection<Pod> podsOf(String provider) {
        return allPods().stream()
                .filter(pod -> pod.account().provider().equals(provider))
                .toList();
    }

    @Override
    public PriceLists prices() {
        return prices.lists();
    }

    @Override
    public void keep(PricesListed list) {
        prices.keep(list, Meter.HORIZON);
    }

    public Collection<Pod> allPods() {
        try (KeyValueIterator<String, Pod> all = pods.all()) {
            return collect(all);
        }
    }

    @Override
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
