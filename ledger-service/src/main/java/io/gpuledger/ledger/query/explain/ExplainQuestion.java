package io.gpuledger.ledger.query.explain;

import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import java.util.List;

/**
 * Where an amount comes from.
 *
 * @param costs the range, the filters and the knowledge of the amount; its grouping is the explanation's
 * @param page which pods and jobs, the dearest first
 */
public record ExplainQuestion(CostQuestion costs, Page page) implements PartitionQuestion<PartialExplanation> {

    static final List<Dimension> PARTS = List.of(Dimension.OWNER, Dimension.ACCOUNT, Dimension.POD, Dimension.JOB);

    /** Pods and jobs that are taken apart in one answer. */
    public static final int LIMIT_MAX = 500;

    public static final int LIMIT_DEFAULT = 50;

    public ExplainQuestion {
        costs = costs.groupedBy(PARTS);
    }

    @Override
    public PartialExplanation of(Books books) {
        return new Taking(this).apart(books);
    }
}
