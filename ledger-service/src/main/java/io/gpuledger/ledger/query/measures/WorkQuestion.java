package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.ledger.measure.JobWork;
import io.gpuledger.ledger.measure.WholeJob;
import io.gpuledger.ledger.measure.Work;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What jobs counted that ended in the range, and what a preemption in it took. An end at its start is of the range before. */
public record WorkQuestion(MeasureQuestion question) implements RecordQuestion<JobTold, Grouped<Work>> {

    /** The dimensions it is kept by. */
    static final Set<Dimension> BY = Set.of(
            Dimension.OWNER,
            Dimension.PROJECT,
            Dimension.COST_CENTRE,
            Dimension.PROVIDER,
            Dimension.ACCOUNT,
            Dimension.JOB);

    @Override
    public Class<JobTold> kind() {
        return JobTold.class;
    }

    @Override
    public Grouped<Work> of(Collection<JobTold> records) {
        Map<List<String>, List<JobTold>> jobs = new HashMap<>();
        records.forEach(told -> jobs.computeIfAbsent(
                        List.of(told.owner(), told.account().toString(), told.job()), key -> new ArrayList<>())
                .add(told));
        return Grouped.of(new Grouping(question)
                .work(jobs.values().stream()
                        .map(job -> new JobWork(new WholeJob(job), question.from(), question.until()))
                        .toList()));
    }
}
