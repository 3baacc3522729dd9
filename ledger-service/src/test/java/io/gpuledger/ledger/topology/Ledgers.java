package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.resource.Settings;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** The topology as a configuration makes it, for tests that run it on a broker. */
public final class Ledgers {

    private Ledgers() {}

    public static Topology topology(LedgerFile file) {
        return new LedgerTopology(Settings.of(file, List.of()), false).build();
    }
}
