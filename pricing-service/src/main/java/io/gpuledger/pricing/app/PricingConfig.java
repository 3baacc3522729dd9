package io.gpuledger.pricing.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of the service. */
@ConfigMapping(prefix = "gpu-ledger")
public interface PricingConfig {

    /** The configuration file; absent means that nothing is watched. {@code GPU_LEDGER_CONFIG}. */
    Optional<Path> config();

    Pricing pricing();

    /** How providers are asked. */
    interface Pricing {

        @WithDefault("5S")
        Duration connectTimeout();

        /** For a whole answer. */
        @WithDefault("20S")
        Duration answerTimeout();

        /** Size of an answer; a pod takes about a kilobyte. */
        @WithDefault("33554432")
        long answerBytesMax();

        /** How often price lists are read. */
        @WithDefault("10M")
        Duration pricesEvery();

        /** How often bills are read. */
        @WithDefault("1H")
        Duration billsEvery();

        /** How long after its end an hour is billed for good: records have been seen hours late. */
        @WithDefault("3H")
        Duration billsSettledAfter();

        /** How far back billed hours may change. */
        @WithDefault("72H")
        Duration billsLookBack();

        /** The longest a failing provider is left alone, unless it asks for more. */
        @WithDefault("60S")
        Duration backoffMax();

        /** How long Kafka may take to acknowledge. */
        @WithDefault("15S")
        Duration acknowledgedWithin();
    }
}
