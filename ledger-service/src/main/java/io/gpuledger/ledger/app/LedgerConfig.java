package io.gpuledger.ledger.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of ledger-service; {@code GPU_LEDGER_CONFIG} and {@code GPU_LEDGER_STORES} in the environment. */
@ConfigMapping(prefix = "gpu-ledger")
public interface LedgerConfig {

    /** The configuration file; without it nothing is owned, budgeted or assumed, and the shipped rules hold. */
    Optional<Path> config();

    /** The folder of the state stores. */
    Path stateDir();

    /** How state is kept: {@code rocksdb} on disk, {@code memory} read back from Kafka at every start. */
    @WithDefault("rocksdb")
    Stores stores();

    /** Kinds of state stores. */
    enum Stores {
        ROCKSDB,
        MEMORY
    }
}
