package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.ledger.measure.JobWork;
import io.gpuledger.ledger.measure.WholeJob;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.store.StoreNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was told of jobs, on each pod, and when each gave back its GPUs. */
final class JobMemory {

    private final KeyValueStore<String, JobTold> jobs;
    /** By the instant of an end and the key of what ended: the key of its job. */
    private final KeyValueStore<String, String> ends;

    private final Consumer<Instant> news;

    /** @param news hears of an instant whose day reads otherwise now */
    JobMemory(ProcessorContext<?, ?> context, Consumer<Instant> news) {
        this.jobs = context.getStateStore(StoreNames.GAUGE_JOBS);
        this.ends = context.getStateStore(StoreNames.GAUGE_ENDS);
        this.news = news;
    }

    /** The last that is told is true, as in the books. What it changes may count where another of the job's pods ended. */
    void take(JobTold told) {
        String job = Keys.of(told.owner(), told.account(), told.job());
        String key = Keys.of(job, told.pod() == null ? "" : told.pod());
        tellEnds(job);
        JobTold before = jobs.get(key);
        if (before != null && before.until() != null) {
            ends.delete(end(before.until(), key));
        }
        if (told.wasWithdrawn()) {
            jobs.delete(key);
            return;
        }
        jobs.put(key, told);
        if (told.until() != null) {
            ends.put(end(told.until(), key), job);
        }
        tellEnds(job);
    }

    private static String end(Instant until, String key) {
        return Keys.of(Keys.instant(until.toEpochMilli()), key);
    }

    /** An end at midnight is of the day that ends. */
    private void tellEnds(String job) {
        for (JobTold told : onAllPods(job)) {
            if (told.until() != null) {
                news.accept(told.until().minusMillis(1));
            }
        }
    }

    /** The jobs that gave back GPUs after an instant, and at another one at the latest. */
    List<JobWork> endedIn(long after, long until) {
        Set<String> ended = new TreeSet<>();
        try (KeyValueIterator<String, String> found = ends.range(Keys.instant(after + 1), Keys.instant(until + 1))) {
            found.forEachRemaining(entry -> ended.add(entry.value));
        }
        return ended.stream()
                .map(job -> new JobWork(
                        new WholeJob(onAllPods(job)), Instant.ofEpochMilli(after), Instant.ofEpochMilli(until)))
                .toList();
    }

    private List<JobTold> onAllPods(String job) {
        List<JobTold> told = new ArrayList<>();
        try (KeyValueIterator<String, JobTold> found = jobs.range(Keys.first(job), Keys.last(job))) {
            found.forEachRemaining(entry -> told.add(entry.value));
        }
        return told;
    }
}
