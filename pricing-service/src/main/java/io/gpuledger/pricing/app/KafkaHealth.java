package io.gpuledger.pricing.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that what is observed can be published. */
@Readiness
@Singleton
public class KafkaHealth implements HealthCheck {

    private final Connection connection;

    public KafkaHealth(Connection connection) {
        this.connection = connection;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka").status(connection.isReady()).build();
    }
}
