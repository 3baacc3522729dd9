package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Configuration;
import io.gpuledger.cli.launch.place.Installation;
import io.gpuledger.cli.launch.place.Ports;
import io.gpuledger.common.access.TokensFile;
import io.gpuledger.common.config.ConfigFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What will be started and why: made and checked before anything is. */
record Plan(
        LaunchRequest request,
        Configuration configuration,
        Installation installation,
        boolean showsDeliveries,
        boolean asksForTokens) {

    static final String LEDGER = "ledger-service";

    /** The user's own address for deliveries. */
    static final String WEBHOOK_URL = "GPU_LEDGER_WEBHOOK_URL";

    /** Where a service by itself finds its certificate. */
    private static final String CERTIFICATE = "GPU_LEDGER_TLS_CERTIFICATE_FILE";

    static Plan of(LaunchRequest request, Map<String, String> environment) throws CannotStart {
        if (!environment.getOrDefault(CERTIFICATE, "").isBlank()) {
            throw new CannotStart("up speaks plain HTTP and is reached from this machine only, so that " + CERTIFICATE
                    + " means nothing to it: leave it out, and for others put a proxy before it or start the services"
                    + " one by one (docs/how-to/access.md)");
        }
        Configuration configuration =
                Configuration.choose(request.config(), environment, request.folder(), request.ports());
        boolean hasOwnReceiver = !environment.getOrDefault(WEBHOOK_URL, "").isBlank()
                || configuration.content().alerting() != null;
        Plan plan = new Plan(request, configuration, Installation.here(), !hasOwnReceiver, checkTokens(environment));
        Ports.checkFree(plan.portsNeeded(), "move all ports with --port-base 18100");
        return plan;
    }

    /** The services read the file themselves: its name is in the environment they inherit. */
    private static boolean checkTokens(Map<String, String> environment) throws CannotStart {
        String file = environment.getOrDefault(TokensFile.SETTING, "");
        if (file.isBlank()) {
            return false;
        }
        try {
            TokensFile.read(Path.of(file));
            return true;
        } catch (ConfigFile.Refused e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
    }

    boolean simulates() {
        return configuration.isSimulated(ports());
    }

    Ports ports() {
        return request.ports();
    }

    /** The ledger-services by their names, with their ports. */
    Map<String, Integer> ledgers() {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (int port : ports().ledgers(request.ledgers())) {
            named.put(named.isEmpty() ? LEDGER : LEDGER + "-" + (named.size() + 1), port);
        }
        return named;
    }

    private Map<String, Integer> portsNeeded() {
        Map<String, Integer> needed = new LinkedHashMap<>();
        if (request.startsBroker()) {
            needed.put("the Kafka broker", ports().broker());
            needed.put("the Kafka controller", ports().controller());
        }
        needed.put("pricing-service", ports().pricing());
        ledgers().forEach((name, port) -> needed.put(name, port));
        needed.put("alert-service", ports().alert());
        if (showsDeliveries) {
            needed.put("the display of deliveries", ports().webhook());
        }
        if (simulates()) {
            needed.put("the simulated provider", ports().simulator());
        }
        return needed;
    }
}
