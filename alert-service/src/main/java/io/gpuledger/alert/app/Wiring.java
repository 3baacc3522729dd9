package io.gpuledger.alert.app;

import io.gpuledger.access.tls.TlsSettings;
import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.answer.AckWriter;
import io.gpuledger.alert.answer.PagerDutyHook;
import io.gpuledger.alert.api.Front;
import io.gpuledger.alert.api.Outbox;
import io.gpuledger.alert.audit.AuditReader;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.meter.AttemptMeter;
import io.gpuledger.alert.meter.CountedOutbox;
import io.gpuledger.alert.meter.DeskMeter;
import io.gpuledger.alert.meter.VigilMeter;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.vigil.Vigil;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the service together, starts it and ends it. */
@Singleton
final class Wiring {

    @Produces
    @Singleton
    AlertSettings settings(
            AlertConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.http.port") int port,
            TlsSettings tls) {
        return config.settings(bootstrapServers, port, tls.isOn());
    }

    @Produces
    @Singleton
    AlertService service(AlertSettings settings, AttemptMeter attempts) {
        return new AlertService(settings, attempts);
    }

    @Produces
    @Singleton
    RoutingInForce routing(AlertSettings settings) {
        return settings.routing();
    }

    @Produces
    @Singleton
    DeskView view(AlertService service) {
        return service.desk().view();
    }

    @Produces
    @Singleton
    History history(AlertService service) {
        return service.history();
    }

    @Produces
    @Singleton
    Vigil vigil(AlertService service) {
        return service.vigil();
    }

    @Produces
    @Singleton
    Outbox outbox(AlertService service, MeterRegistry meters) {
        return new CountedOutbox(service.outbox(), meters);
    }

    @Produces
    @Singleton
    ActionBook actions(AlertService service) {
        return service.actions();
    }

    @Produces
    @Singleton
    AckWriter acks(AlertService service, MeterRegistry meters) {
        return service.acks(meters);
    }

    @Produces
    @Singleton
    PagerDutyHook.Settings pagerDutyHook(AlertConfig config) {
        return config.pagerDutyHook();
    }

    @Produces
    @Singleton
    AuditReader audit(AlertSettings settings) {
        return new AuditReader(new KafkaClients(settings.bootstrapServers())::reader);
    }

    @Produces
    @Singleton
    Front.Settings front(AlertConfig config) {
        return config.front();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    void start(@Observes StartupEvent event, AlertService service, MeterRegistry meters) {
        new DeskMeter(
                        service.settings().routing(),
                        service.desk().view(),
                        service.desk().tally(),
                        clock())
                .bindTo(meters);
        Gauge.builder("gpu_ledger_alert_deciding", () -> service.desk().isDeciding() ? 1 : 0)
                .register(meters);
        new VigilMeter(service.vigil(), clock()).bindTo(meters);
        new KafkaStreamsMetrics(service.desk().streams()).bindTo(meters);
        service.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event, AlertService service) {
        service.close();
    }
}
