package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.JobTold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is remembered of the jobs of one pod.
 *
 * @param told what was last told of each
 * @param refused the ids of the events whose refusal was told
 */
public record JobBook(JobFacts facts, NavigableMap<String, JobTold> told, NavigableSet<String> refused) {

    public static final JobBook EMPTY = new JobBook(JobFacts.NONE, new TreeMap<>(), new TreeSet<>());

    public JobBook with(JobFacts more) {
        return new JobBook(more, told, refused);
    }

    /** What has to be told so that what was told becomes what is. */
    public List<JobTold> news(NavigableMap<String, JobTold> now) {
        List<JobTold> news = new ArrayList<>();
        now.forEach((job, is) -> {
            JobTold was = told.get(job);
            if (was != null && !was.owner().equals(is.owner())) {
                news.add(withdrawn(was, is));
            }
            if (was == null || !at(was, is).equals(is)) {
                news.add(is);
            }
        });
        return news;
    }

    /** Those of the refusals that were not told yet. */
    public List<Refusal> newly(Collection<Refusal> refusals) {
        return refusals.stream()
                .filter(refusal -> !refused.contains(refusal.cause()))
                .toList();
    }

    public JobBook after(NavigableMap<String, JobTold> now, Collection<Refusal> refusals) {
        NavigableSet<String> more = new TreeSet<>(refused);
        refusals.forEach(refusal -> more.add(refusal.cause()));
        return new JobBook(facts, now, more);
    }

    private static JobTold withdrawn(JobTold was, JobTold is) {
        return copy(was, is, true);
    }

    /** What was told, as if it were told now: when it was told makes no difference. */
    private static JobTold at(JobTold was, JobTold is) {
        return copy(was, is, false);
    }

    private static JobTold copy(JobTold was, JobTold is, boolean withdrawn) {
        return new JobTold(
                was.account(),
                was.job(),
                was.pod(),
                is.at(),
                was.owner(),
                was.project(),
                was.costCentre(),
                was.from(),
                was.until(),
                was.state(),
                was.milliGpus(),
                was.starts(),
                was.preempted(),
                was.counters(),
                was.spent(),
                was.refused(),
                withdrawn);
    }
}
