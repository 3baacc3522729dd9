package io.gpuledger.access;

import io.gpuledger.common.config.ConfigFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Before the port is opened: without a lock on a door that others can reach there is one line and exit code 2. */
@Singleton
final class Entrance {

    private static final Logger LOG = Logger.getLogger(Entrance.class);
    private static final int REFUSED = 2;

    private final String service;
    private final String host;
    private final AccessSettings settings;
    private final TokensInForce tokens;

    Entrance(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.http.host") String host,
            AccessSettings settings,
            TokensInForce tokens) {
        this.service = service;
        this.host = host;
        this.settings = settings;
        this.tokens = tokens;
    }

    void open(@Observes @Priority(1) StartupEvent start) {
        try {
            tokens.open();
        } catch (ConfigFile.Refused e) {
            refuse(String.valueOf(e.getMessage()));
        }
        switch (Admission.of(host, tokens.get().isPresent(), settings.allowAnonymous())) {
            case Admission.Refused(String problem) -> refuse(problem);
            case Admission.GuardedElsewhere(String warning) -> LOG.warn(warning);
            case Admission.Locked locked -> LOG.info("every request must show a token");
            case Admission.ThisMachine here -> LOG.debug("only this machine can ask");
        }
    }

    /** Thrown, it would come with a stack trace and another exit code. Nothing is begun yet that would have to be ended. */
    private void refuse(String problem) {
        System.err.println(service + ": " + problem);
        Runtime.getRuntime().halt(REFUSED);
    }
}
