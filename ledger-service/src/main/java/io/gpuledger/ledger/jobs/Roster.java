package io.gpuledger.ledger.jobs;

import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.ledger.rating.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// facts -> from when until when each job was told to hold GPUs
final class Roster {

    private Roster() {}

    /** The stays of every job in time order. */
    static NavigableMap<String, List<Stay>> of(JobFacts facts) {
        NavigableMap<String, NavigableMap<Long, JobStarted>> starts = new TreeMap<>();
        NavigableMap<String, NavigableMap<Long, JobStopped>> stops = new TreeMap<>();
        facts.starts()
                .values()
                .forEach(start -> starts.computeIfAbsent(start.job(), j -> new TreeMap<>())
                        .put(start.at().toEpochMilli(), start));
        facts.stops()
                .values()
                .forEach(stop -> stops.computeIfAbsent(stop.job(), j -> new TreeMap<>())
                        .put(stop.at().toEpochMilli(), stop));
        NavigableMap<String, List<Stay>> roster = new TreeMap<>();
        starts.forEach((job, begins) -> roster.put(job, stays(begins, stops.getOrDefault(job, new TreeMap<>()))));
        facts.records().forEach((job, record) -> roster.put(job, List.of(stay(record))));
        return roster;
    }

    private static Stay stay(JobRecorded record) {
        return Stay.told(
                Claim.of(record),
                new Span(record.from().toEpochMilli(), record.until().toEpochMilli()));
    }

    /**
     * A start holds until the first stop after it, or until the job is told to start anew. A stop at the very instant of a start
     * ends what ran before; where nothing did, the job took no time.
     */
    private static List<Stay> stays(NavigableMap<Long, JobStarted> starts, NavigableMap<Long, JobStopped> stops) {
        List<Stay> stays = new ArrayList<>();
        long stopped = Long.MIN_VALUE;
        for (Map.Entry<Long, JobStarted> start : starts.entrySet()) {
            long from = start.getKey();
            boolean took = stops.containsKey(from) && stopped != from;
            Long stop = took ? Long.valueOf(from) : stops.higherKey(from);
            Long again = starts.higherKey(from);
            stopped = stop == null ? Span.OPEN : stop;
            long until = again == null ? stopped : Math.min(stopped, again);
            stays.add(Stay.told(Claim.of(start.getValue()), new Span(from, until)));
        }
        return stays;
    }
}
