package io.gpuledger.simulator.scenario;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod and what becomes of it; times are counted from the scenario's beginning and may lie before it.
 *
 * @param gpu id of a GPU of the scenario
 * @param count how many GPUs, 1 when absent
 * @param cloud {@code SECURE} (when absent) or {@code COMMUNITY}
 * @param disk GB of container disk
 * @param volume GB of volume
 * @param env its environment, which is where secrets are
 * @param utilisation busy percent of its GPUs
 * @param start when it starts; the beginning when absent
 * @param stop when it is stopped, if ever
 * @param vanish when it is gone, if ever
 * @param multiply absent for a single pod
 */
public record PodScript(
        String name,
        String gpu,
        int count,
        String cloud,
        @Nullable String dataCenter,
        @Nullable String image,
        int disk,
        int volume,
        Map<String, String> env,
        int utilisation,
        Duration start,
        @Nullable Duration stop,
        @Nullable Duration vanish,
        @Nullable Multiply multiply) {

    public PodScript {
        Broken.unless(name != null && !name.isBlank(), "pods.name", "is required");
        Broken.unless(gpu != null && !gpu.isBlank(), "pods.gpu", "is required");
        count = count == 0 ? 1 : count;
        Broken.unless(count > 0, "pods.count", "must be above zero");
        cloud = cloud == null ? "SECURE" : cloud;
        Broken.unless(cloud.equals("SECURE") || cloud.equals("COMMUNITY"), "pods.cloud", "must be SECURE or COMMUNITY");
        Broken.unless(disk >= 0 && volume >= 0, "pods.disk, pods.volume", "must not be negative");
        env = env == null ? Map.of() : Map.copyOf(env);
        Broken.unless(utilisation >= 0 && utilisation <= 100, "pods.utilisation", "must be from 0 to 100");
        start = start == null ? Duration.ZERO : start;
    }

    public boolean inSecureCloud() {
        return cloud.equals("SECURE");
    }
}
