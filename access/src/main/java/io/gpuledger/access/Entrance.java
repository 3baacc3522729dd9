package io.gpuledger.access;

import io.gpuledger.access.tls.OwnCertificate;
import io.gpuledger.access.tls.TlsSettings;
import io.gpuledger.common.access.Loopback;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.tls.Believed;
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
    private final TlsSettings tls;
    private final TokensInForce tokens;

    Entrance(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.http.host") String host,
            AccessSettings settings,
            TlsSettings tls,
            TokensInForce tokens) {
        this.service = service;
        this.host = host;
        this.settings = settings;
        this.tls = tls;
        this.tokens = tokens;
    }

    void open(@Observes @Priority(1) StartupEvent start) {
        try {
            tokens.open();
            OwnCertificate.check(tls);
            Believed.context(tls.caFile().orElse(null));
        } catch (ConfigFile.Refused | OwnCertificate.Unusable | Believed.Unusable e) {
            refuse(String.valueOf(e.getMessage()));
        }
        switch (Admission.of(host, tokens.get().isPresent(), settings.allowAnonymous())) {
            case Admission.Refused(String problem) -> refuse(problem);
            case Admission.GuardedElsewhere(String warning) -> LOG.warn(warning);
            case Admission.Locked locked -> locked();
            case Admission.ThisMachine here -> LOG.debug("only this machine can ask");
        }
    }

    private void locked() {
        LOG.info("every request must show a token");
        if (!tls.isOn() && !tls.allowClearTokens() && !Loopback.is(host)) {
            LOG.warnf(
                    "tokens are shown to %s in clear: set %s and %s, or %s=true where TLS stands before it",
                    host, OwnCertificate.CERTIFICATE, OwnCertificate.KEY, OwnToken.CLEAR_VARIABLE);
        }
    }

    /** Thrown, it would come with a stack trace and another exit code. Nothing is begun yet that would have to be ended. */
    private void refuse(String problem) {
        System.err.println(service + ": " + problem);
        Runtime.getRuntime().halt(REFUSED);
    }
}
