package io.gpuledger.cli.alone;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Installation;
import java.util.List;
import java.util.Map;

/** The command line and environment of the service; what it writes goes where this process writes. */
record ServiceProcess(AloneRequest request, Installation installation, Map<String, String> environment) {

    private static final String PRIVATE_TARGETS = "GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS";

    private static final int HEAP_MEGABYTES = 512;

    /** With less for what is young, what is soon forgotten comes among what is kept, where it stays until that is full. */
    private static final List<String> ROOM = List.of("-Xms96m", "-Xmn48m", "-XX:SurvivorRatio=4");

    ProcessBuilder builder(String bootstrapServers) throws CannotStart {
        List<String> command = installation.jvm(HEAP_MEGABYTES);
        command.addAll(ROOM);
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
        variables.put("QUARKUS_HTTP_HOST", request.listen().host());
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(request.listen().port()));
        return builder;
    }
}
