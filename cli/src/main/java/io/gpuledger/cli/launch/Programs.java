package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Configuration;
import io.gpuledger.cli.launch.place.Ports;
import io.gpuledger.cli.launch.process.Program;
import io.gpuledger.common.access.OwnToken;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line and environment of every program. */
final class Programs {

    private static final String PRICING = "pricing-service";
    private static final String ALERT = "alert-service";

    private final Plan plan;

    Programs(Plan plan) {
        this.plan = plan;
    }

    Program broker() {
        Ports ports = plan.ports();
        List<String> command = java("broker", 256);
        command.addAll(plan.installation().own("io.gpuledger.broker.BrokerMain"));
        command.addAll(List.of("--data", plan.request().folder().broker().toString()));
        command.addAll(List.of("--port", Integer.toString(ports.broker())));
        command.addAll(List.of("--controller-port", Integer.toString(ports.controller())));
        return program("broker", command, Map.of(), URI.create("tcp://" + ports.bootstrapServers()));
    }

    /** @param begin second 0 of the scenario, the same for every start of this run */
    Program simulator(Instant begin) {
        List<String> command = java("simulator", 64);
        command.addAll(plan.installation().own("io.gpuledger.simulator.SimulatorMain"));
        command.addAll(List.of("--port", Integer.toString(plan.ports().simulator())));
        command.addAll(List.of("--begin", begin.toString()));
        return program(
                "simulator",
                command,
                Map.of(),
                URI.create("tcp://" + Ports.HOST + ":" + plan.ports().simulator()));
    }

    List<Program> services() throws CannotStart {
        Ports ports = plan.ports();
        List<Program> services = new ArrayList<>();
        services.add(service(PRICING, PRICING, ports.pricing(), 192, Map.of()));
        for (Map.Entry<String, Integer> ledger : plan.ledgers().entrySet()) {
            services.add(service(Plan.LEDGER, ledger.getKey(), ledger.getValue(), 320, showing()));
        }
        services.add(service(ALERT, ALERT, ports.alert(), 160, alerting()));
        return services;
    }

    private Map<String, String> showing() {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "GPU_LEDGER_CONSOLE_ALERT_URL", plan.ports().url(plan.ports().alert()));
        if (plan.request().ledgers() > 1) {
            environment.put("GPU_LEDGER_STANDBY_REPLICAS", "1");
        }
        return environment;
    }

    private Map<String, String> alerting() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GPU_LEDGER_ALERT_CONSOLE_URL", plan.ports().console());
        environment.put(
                "GPU_LEDGER_ALERT_CONSOLE_ORIGINS",
                String.join(",", plan.ports().consoleOrigins(plan.request().ledgers())));
        environment.put(
                "GPU_LEDGER_ALERT_EXTERNAL_URL", plan.ports().url(plan.ports().alert()));
        environment.put(
                "GPU_LEDGER_ALERT_LEDGER_URL", plan.ports().url(plan.ports().ledger()));
        if (plan.showsDeliveries()) {
            environment.put(Plan.WEBHOOK_URL, plan.ports().url(plan.ports().webhook()) + "/");
            environment.put("GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS", "true");
        }
        return environment;
    }

    /** @param name what this one of the service's processes is called */
    private Program service(String service, String name, int port, int heapMegabytes, Map<String, String> own)
            throws CannotStart {
        List<String> command = java(name, heapMegabytes);
        command.addAll(plan.installation().service(service));
        Map<String, String> environment = new HashMap<>(own);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", plan.request().kafka());
        environment.put("GPU_LEDGER_CONFIG", plan.configuration().file().toString());
        environment.put(
                "GPU_LEDGER_STATE_DIR",
                plan.request().folder().state().resolve(name).toString());
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        if (service.equals(PRICING) && plan.simulates()) {
            environment.put(Configuration.SIMULATED_KEY, "simulated");
            // the simulated provider bills at once
            environment.put("GPU_LEDGER_PRICING_BILLS_SETTLED_AFTER", "0S");
            environment.put("GPU_LEDGER_PRICING_BILLS_EVERY", "1M");
        }
        return program(name, command, environment, URI.create(plan.ports().url(port) + "/q/health/ready"));
    }

    private Program program(String name, List<String> command, Map<String, String> environment, URI ready) {
        Set<String> withheld = new HashSet<>();
        if (!name.equals(PRICING)) {
            withheld.addAll(plan.configuration().keyVariables());
        }
        if (!plan.ledgers().containsKey(name)) {
            withheld.add(OwnToken.VARIABLE);
        }
        return new Program(
                name,
                command,
                environment,
                withheld,
                ready,
                plan.request().folder().log(name));
    }

    private List<String> java(String name, int heapMegabytes) {
        List<String> command = plan.installation().jvm(heapMegabytes);
        command.add("-Dlauncher.program=" + name);
        return command;
    }
}
