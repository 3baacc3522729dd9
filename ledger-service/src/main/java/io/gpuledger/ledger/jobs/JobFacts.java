package io.gpuledger.ledger.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodEvent;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was told of the jobs of one pod: a set, so that order and repetition do not matter. Of two facts of one id the greater
 * text is true; of two records of one job the later recorded, then the greater text.
 *
 * @param starts by id
 * @param stops by id
 * @param records by job; where there is one, starts and stops of the job are set aside
 */
public record JobFacts(
        NavigableMap<String, JobStarted> starts,
        NavigableMap<String, JobStopped> stops,
        NavigableMap<String, JobRecorded> records) {

    /** Facts kept of one pod. */
    public static final int FACTS_MAX = 10_000;

    public static final JobFacts NONE = new JobFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** With one more; itself where it knows better or knew it before. */
    public JobFacts with(PodEvent event) {
        return switch (event) {
            case JobStarted start -> outranks(start, starts.get(start.id())) ? started(start) : this;
            case JobStopped stop -> outranks(stop, stops.get(stop.id())) ? stopped(stop) : this;
            case JobRecorded record -> isLater(record, records.get(record.job())) ? recorded(record) : this;
            default -> this;
        };
    }

    public int size() {
        return starts.size() + stops.size() + records.size();
    }

    /** A job is known that took, or asked for, GPUs of the pod. */
    @JsonIgnore
    public boolean hasJobs() {
        return !starts.isEmpty() || !records.isEmpty();
    }

    /** A job had begun by an instant, epoch milliseconds, and was not told to have stopped by then. */
    public boolean isAnyRunningAt(long at) {
        return Roster.of(this).values().stream()
                .flatMap(List::stream)
                .anyMatch(stay -> stay.told().from() < at && at < stay.told().until());
    }

    /** The event that was refused. */
    public PodEvent event(Refusal refusal) {
        JobStarted start = starts.get(refusal.cause());
        return start != null ? start : Objects.requireNonNull(records.get(refusal.job()));
    }

    private JobFacts started(JobStarted start) {
        NavigableMap<String, JobStarted> more = new TreeMap<>(starts);
        more.put(start.id(), start);
        return new JobFacts(more, stops, records);
    }

    private JobFacts stopped(JobStopped stop) {
        NavigableMap<String, JobStopped> more = new TreeMap<>(stops);
        more.put(stop.id(), stop);
        return new JobFacts(starts, more, records);
    }

    private JobFacts recorded(JobRecorded record) {
        NavigableMap<String, JobRecorded> more = new TreeMap<>(records);
        more.put(record.job(), record);
        return new JobFacts(starts, stops, more);
    }

    private static boolean outranks(PodEvent told, @Nullable PodEvent known) {
        return known == null || told.toString().compareTo(known.toString()) > 0;
    }

    private static boolean isLater(JobRecorded told, @Nullable JobRecorded known) {
        return known == null
                || told.at().isAfter(known.at())
                || (told.at().equals(known.at()) && outranks(told, known));
    }
}
