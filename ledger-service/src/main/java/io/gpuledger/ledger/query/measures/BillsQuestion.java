package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import java.util.Collection;
import java.util.Set;

/** What lines of usage say whose period begins in the range. */
public record BillsQuestion(MeasureQuestion question) implements RecordQuestion<Reconciled, Grouped<Bills>> {

    /** The dimensions it is kept by. */
    static final Set<Dimension> BY = Set.of(Dimension.OWNER, Dimension.PROVIDER, Dimension.ACCOUNT, Dimension.POD);

    @Override
    public Class<Reconciled> kind() {
        return Reconciled.class;
    }

    @Override
    public Grouped<Bills> of(Collection<Reconciled> records) {
        return Grouped.of(new Grouping(question)
                .bills(records.stream()
                        .filter(line -> line.kind() == BillLine.Kind.USAGE)
                        .filter(line -> !line.from().isBefore(question.from()))
                        .filter(line -> line.from().isBefore(question.until()))
                        .toList()));
    }
}
