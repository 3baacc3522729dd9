package io.gpuledger.ledger.app;

import io.gpuledger.access.tls.TlsSettings;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.tls.Believed;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.api.internal.AskResource;
import io.gpuledger.ledger.gather.Manners;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
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

    /** Where other instances reach this one, as {@code host:port}; the same for no two of them. */
    String advertised();

    /** Which instances may ask this one for its part of an answer. */
    @WithDefault("loopback")
    AskResource.Admitted peers();

    /** A file with the token this instance shows to others; absent where they ask for none. {@code GPU_LEDGER_TOKEN_FILE}. */
    Optional<Path> tokenFile();

    /** That token itself. {@code GPU_LEDGER_TOKEN}. */
    Optional<String> token();

    /** How this instance asks others: over TLS where it is asked so itself. */
    default Manners manners(TlsSettings tls) {
        try {
            return new Manners(
                    gather().answerWithin(),
                    OwnToken.of(token().orElse(null), tokenFile().orElse(null), tls.allowClearTokens()),
                    tls.isOn() ? Believed.context(tls.caFile().orElse(null)) : null);
        } catch (Believed.Unusable e) {
            throw new InvalidValue(Believed.SETTING, String.valueOf(e.getMessage()));
        }
    }

    Gather gather();

    Console console();

    /** How answers are gathered from several instances. */
    interface Gather {

        /** How long another instance may take to answer before a standby is asked, or its part is said to be missing. */
        @WithDefault("1s")
        Duration answerWithin();
    }

    /** The web pages. */
    interface Console {

        /** Where browsers reach the alert-service; there the console asks what fires. */
        @WithDefault("http://127.0.0.1:8103")
        String alertUrl();
    }

    /** Kinds of state stores. */
    enum Stores {
        ROCKSDB,
        MEMORY
    }
}
