package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.Spent;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The jobs of one pod, with its life: whose its cost is, and what is known of each of them. */
public final class PodJobs {

    private final JobFacts facts;
    private final Due due;
    private final Occupancy occupancy;

    /** @param due what is due for the pod as a whole */
    public PodJobs(JobFacts facts, Due due) {
        this.facts = facts;
        this.due = due;
        this.occupancy = Occupancy.of(facts, due);
    }

    /** Whose pod it is, and up to when the ledger has been told of its account. */
    public record Place(
            AccountRef account, String pod, @Nullable Instant known) {}

    /** What is due, shared by the jobs; as it was where no job is known of the pod. */
    public Due shared() {
        return facts.hasJobs() ? Sharer.share(due, occupancy) : due;
    }

    /** Who was refused, once for each event that asked for too much. */
    public Collection<Refusal> refusals() {
        return occupancy.refusals().values();
    }

    /**
     * What is known of each job, by its name.
     *
     * @param settled all that is due for the pod, the adjustments by its bills included
     */
    public NavigableMap<String, JobTold> told(Place place, Due settled) {
        Spending spending = new Spending(settled);
        NavigableMap<String, JobTold> told = new TreeMap<>();
        occupancy.stays().forEach((job, stays) -> told.put(job, told(place, job, stays, spending)));
        return told;
    }

    private JobTold told(Place place, String job, List<Stay> stays, Spending spending) {
        Stay last = stays.getLast();
        State state = state(last);
        long from = stays.getFirst().told().from();
        Spent spent = spending.of(job, from);
        return new JobTold(
                place.account(),
                job,
                place.pod(),
                place.known() == null ? spent.upTo() : place.known(),
                last.claim().owner(),
                last.claim().project(),
                last.claim().costCentre(),
                Instant.ofEpochMilli(from),
                until(last, state),
                state,
                last.claim().milliGpus(),
                stays.size(),
                stopsOf(job).stream().anyMatch(JobStopped::wasPreempted),
                counters(job),
                spent,
                refused(stays),
                null);
    }

    private static State state(Stay last) {
        if (last.endedWithPod()) {
            return State.ENDED_WITH_POD;
        }
        boolean open = last.told().until() == Span.OPEN;
        return !open ? State.STOPPED : last.span().isEmpty() ? State.WAITING : State.RUNNING;
    }

    private static @Nullable Instant until(Stay last, State state) {
        return switch (state) {
            case ENDED_WITH_POD -> Instant.ofEpochMilli(last.span().until());
            case STOPPED -> Instant.ofEpochMilli(last.told().until());
            case RUNNING, WAITING -> null;
        };
    }

    /** None where the job has a record, which says all there is to say. */
    private List<JobStopped> stopsOf(String job) {
        return facts.records().containsKey(job)
                ? List.of()
                : facts.stops().values().stream()
                        .filter(stop -> stop.job().equals(job))
                        .sorted(Comparator.comparing(JobStopped::at))
                        .toList();
    }

    private @Nullable JobCounters counters(String job) {
        JobRecorded record = facts.records().get(job);
        return record != null
                ? record.counters()
                : stopsOf(job).stream()
                        .map(JobStopped::counters)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }

    private @Nullable String refused(List<Stay> stays) {
        return stays.stream()
                .map(stay -> occupancy.refusals().get(stay.claim().cause()))
                .filter(Objects::nonNull)
                .map(Refusal::reason)
                .findFirst()
                .orElse(null);
    }
}
