package io.gpuledger.cli.jobs;

import io.gpuledger.cli.jobs.Recorder.Recorded;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.value.GpuTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// file -> survey -> records -> pricing-service, in batches; counts what became of every row
public final class JobImport {

    private static final int BATCH = 2_000;

    /** Who watches the import. */
    public interface Watcher {
        /** @param rows so many of {@code all} are done */
        void progressed(long rows, long all);

        /** A row that was not imported. */
        void unusable(long line, String reason);
    }

    /**
     * What became of the rows.
     *
     * @param imported jobs the service took
     * @param withoutGpu rows that held no GPU
     * @param repeated rows that say what an earlier row said
     * @param unusable rows reported with a reason
     * @param owners how many owners the imported jobs have
     * @param gpuTime of the imported jobs
     */
    public record Outcome(
            long rows, long imported, long withoutGpu, long repeated, long unusable, int owners, GpuTime gpuTime) {}

    private final EventPoster poster;
    private final Watcher watcher;
    private final Map<Long, JobRecorded> batch = new LinkedHashMap<>();
    private final Set<String> owners = new HashSet<>();
    private GpuTime gpuTime = GpuTime.ZERO;
    private long done;
    private long imported;
    private long withoutGpu;
    private long repeated;
    private long unusable;

    public JobImport(EventPoster poster, Watcher watcher) {
        this.poster = poster;
        this.watcher = watcher;
    }

    public Outcome run(ImportRequest request) throws Refused {
        JobFile file = new JobFile(request.file(), request.columns(), request.times());
        Survey survey = Survey.of(file);
        Recorder recorder = new Recorder(request, survey);
        List<Refused> failures = new ArrayList<>();
        file.forEach(row -> {
            if (failures.isEmpty()) {
                try {
                    take(recorder.record(row), survey.rows());
                } catch (Refused e) {
                    failures.add(e);
                }
            }
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        post(survey.rows());
        return new Outcome(survey.rows(), imported, withoutGpu, repeated, unusable, owners.size(), gpuTime);
    }

    private void take(Recorded recorded, long all) throws Refused {
        done++;
        switch (recorded) {
            case Recorded.Told told -> batch.put(told.line(), told.job());
            case Recorded.WithoutGpu none -> withoutGpu++;
            case Recorded.Repeated again -> repeated++;
            case Recorded.Unusable bad -> report(bad.line(), bad.reason());
        }
        if (batch.size() >= BATCH) {
            post(all);
        }
    }

    private void post(long all) throws Refused {
        Map<String, String> refused = batch.isEmpty() ? Map.of() : poster.post(List.copyOf(batch.values()));
        batch.forEach((line, job) -> {
            String reason = refused.get(job.id());
            if (reason == null) {
                count(job);
            } else {
                report(line, "refused: " + reason);
            }
        });
        batch.clear();
        watcher.progressed(done, all);
    }

    private void count(JobRecorded job) {
        imported++;
        owners.add(job.owner());
        gpuTime = gpuTime.plus(GpuTime.of(
                job.milliGpus(), Duration.between(job.from(), job.until()).toMillis()));
    }

    private void report(long line, String reason) {
        unusable++;
        watcher.unusable(line, reason);
    }
}
