package io.gpuledger.cli.alone;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line and environment of the service; what it writes goes where this process writes. */
record ServiceProcess(AloneRequest request, Installation installation, Map<String, String> environment) {

    private static final String PRIVATE_TARGETS = "GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS";
    private static final String ORIGINS = "GPU_LEDGER_ALERT_ALLOW_ORIGIN";

    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Xms96m",
            // With less what is soon forgotten comes among what is kept, where it stays until that is full.
            "-Xmn48m",
            "-XX:SurvivorRatio=4",
            "-Xmx512m",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    ProcessBuilder builder(String bootstrapServers) throws CannotStart {
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.addAll(JVM);
        command.addAll(installation.service("alert-service"));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> variables = builder.environment();
        variables.remove("GPU_LEDGER_CONFIG");
        variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        variables.put("GPU_LEDGER_ALERT_ROUTING_FILE", request.routing().toString());
        variables.put(
                "GPU_LEDGER_STATE_DIR",
                request.folder().state().resolve("alert-service").toString());
        variables.put("GPU_LEDGER_ALERT_EXTERNAL_URL", request.externalUrl());
        variables.put("GPU_LEDGER_ALERT_ROUTE_PREFIX", request.prefix());
        variables.put(PRIVATE_TARGETS, environment.getOrDefault(PRIVATE_TARGETS, "true"));
        variables.put(ORIGINS, environment.getOrDefault(ORIGINS, "*"));
        variables.put("QUARKUS_HTTP_HOST", request.listen().host());
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(request.listen().port()));
        return builder;
    }
}
