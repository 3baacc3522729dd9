package io.gpuledger.simulator.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A provider's account for a while: what is on offer, which pods there are and what becomes of them. */
public record Scenario(Account account, StoragePrices storage, List<Gpu> gpus, List<PodScript> pods) {

    public Scenario {
        Broken.unless(account != null, "account", "is required");
        Broken.unless(storage != null, "storage", "is required");
        gpus = gpus == null ? List.of() : List.copyOf(gpus);
        pods = pods == null ? List.of() : List.copyOf(pods);
        for (PodScript pod : pods) {
            boolean offered =
                    gpus.stream().anyMatch(gpu -> gpu.id().equals(pod.gpu()) && gpu.price(pod.inSecureCloud()) != null);
            Broken.unless(offered, "pods." + pod.name() + ".gpu", "must be one of gpus with a price in its cloud");
        }
    }

    public Gpu gpu(String id) {
        return gpus.stream().filter(gpu -> gpu.id().equals(id)).findFirst().orElseThrow();
    }

    /** US dollars per hour for all GPUs of the pod. */
    public BigDecimal pricePerHour(PodScript pod) {
        BigDecimal perGpu = Objects.requireNonNull(gpu(pod.gpu()).price(pod.inSecureCloud()));
        return perGpu.multiply(BigDecimal.valueOf(pod.count()));
    }
}
