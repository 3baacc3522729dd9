package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.rating.Owners;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.topology.judging.Rulebook;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** The topology as a configuration makes it, for tests that run it on a broker. */
public final class Ledgers {

    private Ledgers() {}

    public static Topology topology(LedgerFile file) {
        Rater rater = new Rater(new Owners(file.owners()), file.assumedPrices(), file.metering());
        Rulebook rulebook = Rulebook.of(List.of(), new Budgets(file.budgets()), file.assumedPrices());
        return new LedgerTopology(rater, rulebook, file.overheads(), false).build();
    }
}
