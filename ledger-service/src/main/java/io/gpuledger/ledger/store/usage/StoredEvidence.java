package io.gpuledger.ledger.store.usage;

import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.measure.Work;
import io.gpuledger.ledger.query.measures.Evidence;
import io.gpuledger.ledger.query.measures.MeasureQuestion;
import java.util.List;
import java.util.Map;

/** What is known beside cost: nothing yet. */
public final class StoredEvidence implements Evidence {

    @Override
    public Map<List<String>, Busy> busy(MeasureQuestion question) {
        return Map.of();
    }

    @Override
    public Map<List<String>, Work> work(MeasureQuestion question) {
        return Map.of();
    }

    @Override
    public Map<List<String>, Bills> bills(MeasureQuestion question) {
        return Map.of();
    }
}
