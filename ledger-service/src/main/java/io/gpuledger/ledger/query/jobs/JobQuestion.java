package io.gpuledger.ledger.query.jobs;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs there were. What is absent does not filter.
 *
 * @param from only jobs that were not over before, inclusive
 * @param until only jobs that began before, exclusive
 * @param account such as {@code runpod/main}
 */
public record JobQuestion(
        Instant from,
        Instant until,
        @Nullable String owner,
        @Nullable String project,
        @Nullable String account,
        @Nullable String job)
        implements RecordQuestion<JobTold, JobQuestion.Found> {

    /** Jobs on pods that one question may find in a partition. */
    public static final int FOUND_MAX = 100_000;

    /** What is kept of the jobs asked for. */
    public record Found(List<JobTold> jobs) {
        public Found {
            jobs = List.copyOf(jobs);
        }
    }

    public JobQuestion {
        InvalidValue.unless(from.isBefore(until), "from", "must be before to");
    }

    @Override
    public Class<JobTold> kind() {
        return JobTold.class;
    }

    @Override
    public Found of(Collection<JobTold> records) {
        List<JobTold> found = records.stream().filter(this::wants).toList();
        InvalidValue.unless(
                found.size() <= FOUND_MAX, "from, to", "would give more than " + FOUND_MAX + " jobs: ask for less");
        return new Found(found);
    }

    private boolean wants(JobTold told) {
        Instant end = told.until();
        return told.from().isBefore(until)
                && (end == null || end.isAfter(from) || (told.from().equals(end) && end.equals(from)))
                && isOrAny(owner, told.owner())
                && isOrAny(project, told.project() == null ? "" : told.project())
                && isOrAny(account, told.account().toString())
                && isOrAny(job, told.job());
    }

    private static boolean isOrAny(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
