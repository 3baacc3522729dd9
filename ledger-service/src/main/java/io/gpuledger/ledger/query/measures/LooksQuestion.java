package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.HourLooks;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import java.util.Collection;
import java.util.Set;

/** How busy GPUs were seen, in the hours that begin in the range. */
public record LooksQuestion(MeasureQuestion question) implements RecordQuestion<HourLooks, Grouped<Busy>> {

    /** The dimensions it is kept by. */
    static final Set<Dimension> BY = Set.of(
            Dimension.OWNER,
            Dimension.PROJECT,
            Dimension.COST_CENTRE,
            Dimension.PROVIDER,
            Dimension.ACCOUNT,
            Dimension.CLUSTER,
            Dimension.SKU,
            Dimension.TIER);

    @Override
    public Class<HourLooks> kind() {
        return HourLooks.class;
    }

    /** They are kept in the order of their hours. */
    @Override
    public Within within() {
        return new Within(question.from(), question.until());
    }

    @Override
    public Grouped<Busy> of(Collection<HourLooks> records) {
        return Grouped.of(new Grouping(question).busy(records));
    }
}
