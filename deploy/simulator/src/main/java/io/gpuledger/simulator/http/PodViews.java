package io.gpuledger.simulator.http;

import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.fleet.SimulatedPod;
import io.gpuledger.simulator.scenario.Gpu;
import io.gpuledger.simulator.scenario.PodScript;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pod in the words of either API. */
final class PodViews {

    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern(
            "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private PodViews() {}

    /** As REST v2 shows it: a stopped pod costs 0.0 there. */
    static Map<String, @Nullable Object> rest(SimulatedPod pod, Instant now, boolean pricesAsText) {
        PodScript script = pod.script();
        Phase phase = phase(pod, now);
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", pod.id());
        view.put("name", pod.name());
        view.put("image", script.image() == null ? "example/image:1" : script.image());
        view.put("args", "");
        view.put("disk", script.disk());
        view.put("ports", List.of("8888/http", "22/tcp"));
        view.put("env", script.env());
        view.put("registry", null);
        view.put("status", phase.name());
        view.put("actions", List.of(phase == Phase.RUNNING ? "stop" : "start", "terminate"));
        view.put(
                "mounts",
                script.volume() == 0
                        ? Map.of()
                        : Map.of("persistent", Map.of("size", script.volume(), "path", "/workspace")));
        view.put("gpu", Map.of("id", script.gpu(), "count", script.count()));
        view.put("cloud", script.cloud());
        view.put("dataCenterId", script.dataCenter());
        view.put("cudaVersion", "12.8");
        view.put("template", null);
        view.put("cost", price(phase == Phase.RUNNING ? pod.rates().gpu() : new BigDecimal("0.0"), pricesAsText));
        view.put("locked", false);
        view.put("globalNetworking", Map.of("enabled", false));
        view.put("runtime", phase == Phase.RUNNING ? restRuntime(pod, now) : null);
        view.put("createdAt", seconds(pod.createdAt()));
        view.put("startedAt", seconds(pod.startedAt(now)));
        return view;
    }

    private static Map<String, Object> restRuntime(SimulatedPod pod, Instant now) {
        Object busy = Map.of(
                "util", pod.script().utilisation(), "memoryUtil", pod.script().utilisation());
        return Map.of("uptime", uptime(pod, now), "gpus", everyGpu(pod, busy), "ports", List.of());
    }

    /** As GraphQL shows it: a stopped pod keeps its price there. */
    static Map<String, @Nullable Object> graphql(SimulatedPod pod, Gpu gpu, Instant now, boolean pricesAsText) {
        PodScript script = pod.script();
        Phase phase = phase(pod, now);
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", pod.id());
        view.put("name", pod.name());
        view.put("imageName", script.image() == null ? "example/image:1" : script.image());
        view.put("containerDiskInGb", script.disk());
        view.put("volumeInGb", script.volume());
        view.put("volumeMountPath", "/workspace");
        view.put("ports", "8888/http,22/tcp");
        view.put(
                "env",
                script.env().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        view.put("desiredStatus", phase.name());
        view.put("podType", "RESERVED");
        view.put("gpuCount", script.count());
        view.put("costPerHr", price(pod.rates().gpu(), pricesAsText));
        view.put("adjustedCostPerHr", null);
        view.put("templateId", null);
        view.put("networkVolumeId", null);
        view.put("createdAt", MILLIS.format(pod.createdAt().atOffset(ZoneOffset.UTC)));
        view.put("lastStartedAt", MILLIS.format(pod.startedAt(now).atOffset(ZoneOffset.UTC)));
        view.put("lastStatusChange", lastStatusChange(pod, phase, now));
        view.put("uptimeSeconds", phase == Phase.RUNNING ? uptime(pod, now) : 0);
        view.put("vcpuCount", 16);
        view.put("memoryInGb", 62);
        view.put("machineId", "m" + pod.id());
        view.put("machine", machine(script, gpu));
        view.put("runtime", phase == Phase.RUNNING ? graphqlRuntime(pod, now) : null);
        return view;
    }

    private static Map<String, @Nullable Object> machine(PodScript script, Gpu gpu) {
        Map<String, @Nullable Object> machine = new LinkedHashMap<>();
        machine.put("gpuDisplayName", gpu.name());
        machine.put("gpuTypeId", gpu.id());
        machine.put("dataCenterId", script.dataCenter());
        machine.put("location", "US");
        machine.put("secureCloud", script.inSecureCloud());
        return machine;
    }

    private static Map<String, Object> graphqlRuntime(SimulatedPod pod, Instant now) {
        int busy = pod.script().utilisation();
        Object gpu = Map.of("id", "GPU-" + pod.id(), "gpuUtilPercent", busy, "memoryUtilPercent", busy);
        return Map.of(
                "uptimeInSeconds", uptime(pod, now),
                "gpus", everyGpu(pod, gpu),
                "ports", List.of(),
                "container", Map.of("cpuPercent", busy, "memoryPercent", busy));
    }

    /** A price as a number, or as the text of one. */
    static Object price(BigDecimal price, boolean asText) {
        return asText ? price.toPlainString() : price;
    }

    private static String lastStatusChange(SimulatedPod pod, Phase phase, Instant now) {
        String prose = phase == Phase.RUNNING ? "Rented by User: " : "Exited by user: ";
        return prose + PROSE.format(pod.since(now).atOffset(ZoneOffset.UTC));
    }

    private static List<Object> everyGpu(SimulatedPod pod, Object view) {
        return java.util.Collections.nCopies(pod.script().count(), view);
    }

    private static Phase phase(SimulatedPod pod, Instant now) {
        Phase phase = pod.phase(now);
        return phase == null ? Phase.TERMINATED : phase;
    }

    private static long uptime(SimulatedPod pod, Instant now) {
        return Duration.between(pod.startedAt(now), now).toSeconds();
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
