package io.gpuledger.cli.jobs;

import io.gpuledger.cli.service.Refused;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.InvalidValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// rows -> records of jobs
final class Recorder {

    /** What a row became. */
    sealed interface Recorded {
        record Told(long line, JobRecorded job) implements Recorded {}

        record WithoutGpu() implements Recorded {}

        /** An earlier row said the same. */
        record Repeated() implements Recorded {}

        record Unusable(long line, String reason) implements Recorded {}
    }

    private final ImportRequest request;
    private final Survey survey;
    private final Instant from;
    private final Instant until;

    Recorder(ImportRequest request, Survey survey) throws Refused {
        this.request = request;
        this.survey = survey;
        this.from = edge("--from", request.from(), survey.first());
        this.until = edge("--until", request.until(), survey.last());
        if (until.isBefore(from)) {
            throw Refused.badInput("--until " + until + " is before --from " + from);
        }
    }

    Recorded record(Row row) {
        return switch (row) {
            case Row.Unusable unusable -> new Recorded.Unusable(unusable.line(), unusable.reason());
            case Row.WithoutGpu none -> new Recorded.WithoutGpu();
            case Row.Job job
            when survey.isClashing(job.claim().id()) ->
                new Recorded.Unusable(
                        job.line(), "id '" + job.claim().id() + "' stands for different jobs in this file");
            case Row.Job job when survey.isRepeated(job) -> new Recorded.Repeated();
            case Row.Job job -> told(job);
        };
    }

    private Recorded told(Row.Job job) {
        try {
            Row.Claim claim = job.claim();
            return new Recorded.Told(
                    job.line(),
                    new JobRecorded(
                            request.account(),
                            claim.id(),
                            request.recordedAt(),
                            claim.owner(),
                            claim.project(),
                            job.start() == null ? from : job.start(),
                            job.end() == null ? until : job.end(),
                            claim.milliGpus(),
                            claim.sku() == null ? request.sku() : claim.sku(),
                            Tier.ON_PREM,
                            request.pricePerGpuHour(),
                            Map.of(),
                            null,
                            null));
        } catch (InvalidValue e) {
            return new Recorded.Unusable(job.line(), e.field() + " " + e.rule());
        }
    }

    private static Instant edge(String option, @Nullable Instant given, @Nullable Instant found) throws Refused {
        Instant edge = given == null ? found : given;
        if (edge == null) {
            throw Refused.badInput("no row has a time: say " + option);
        }
        return edge;
    }
}
