package io.gpuledger.ledger.app.config;

import io.gpuledger.ledger.registry.Registry;
import io.gpuledger.ledger.topology.LedgerTopology;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what knows the configuration and has it changed. */
@ApplicationScoped
class ConfigWiring {

    @Produces
    @Singleton
    Registry registry(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        Registry registry = new Registry(bootstrapServers, LedgerTopology.SOURCE);
        registry.start();
        return registry;
    }

    void end(@Observes @Priority(2) ShutdownEvent event, Registry registry) {
        registry.close();
    }
}
