package io.gpuledger.ledger.query.measures;

import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.query.cost.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of a range beside its cost. By the values of the question's groups; nothing for a group is none of it. */
public interface Evidence {

    /** The dimensions a look at a GPU is kept by. */
    Set<Dimension> OF_LOOKS = Set.of(
            Dimension.OWNER,
            Dimension.PROJECT,
            Dimension.COST_CENTRE,
            Dimension.PROVIDER,
            Dimension.ACCOUNT,
            Dimension.CLUSTER,
            Dimension.SKU,
            Dimension.TIER);

    /** The dimensions of a bill's line. */
    Set<Dimension> OF_BILLS = Set.of(Dimension.OWNER, Dimension.PROVIDER, Dimension.ACCOUNT, Dimension.POD);

    Map<List<String>, Busy> busy(MeasureQuestion question);

    /** Of lines whose period begins in the range. */
    Map<List<String>, Bills> bills(MeasureQuestion question);
}
