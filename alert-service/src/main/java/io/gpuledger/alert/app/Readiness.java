package io.gpuledger.alert.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means: it decides and delivers. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {

    private final AlertService service;

    Readiness(AlertService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("alert-flow")
                .withData("streams", service.desk().state())
                .withData("decides", service.desk().isDeciding())
                .status(service.isReady())
                .build();
    }
}
