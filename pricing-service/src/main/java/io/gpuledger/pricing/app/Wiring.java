package io.gpuledger.pricing.app;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.pricing.api.AccountBoard;
import io.gpuledger.pricing.enforce.KafkaReports;
import io.gpuledger.pricing.publish.KafkaPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the doors and hands them to whoever needs them. */
@Singleton
public class Wiring {

    private final PricingConfig config;
    private final String bootstrapServers;

    public Wiring(
            PricingConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "127.0.0.1:19092")
                    String bootstrapServers) {
        this.config = config;
        this.bootstrapServers = bootstrapServers;
    }

    @Produces
    @Singleton
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    public LedgerFile settings() {
        try {
            return Settings.read(config.config().orElse(null), System.getenv());
        } catch (BadSetting e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    public AccountBoard board(LedgerFile settings) {
        return new AccountBoard(settings.accounts());
    }

    @Produces
    @Singleton
    public KafkaPublisher kafka() {
        return KafkaPublisher.connect(bootstrapServers, config.pricing().acknowledgedWithin());
    }

    @Produces
    @Singleton
    public KafkaReports reports(KafkaPublisher kafka, MeterRegistry metrics) {
        return new KafkaReports(kafka, metrics);
    }

    void close(@Disposes KafkaPublisher kafka) {
        kafka.close();
    }
}
