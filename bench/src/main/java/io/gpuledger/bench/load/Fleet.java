package io.gpuledger.bench.load;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pods of one account, each labelled with the team that owns it.
 *
 * @param teams how many owners they are spread over
 */
public record Fleet(AccountRef account, int pods, int teams) {

    private static final String[] SKUS = {
        "NVIDIA H100 80GB HBM3", "NVIDIA A100 80GB PCIe", "NVIDIA L40S", "NVIDIA RTX 4090"
    };
    private static final HourlyRate STORAGE = HourlyRate.ofDollars("0.0139");
    private static final int GPUS_MAX = 8;
    private static final int PERCENT = 101;

    public static Fleet of(int pods, int teams) {
        return new Fleet(new AccountRef("runpod", "bench"), pods, teams);
    }

    /**
     * How a pod is seen in a poll. Its use differs from poll to poll, as it does in life; its price where it is told to.
     *
     * @param change prices differ where this does
     */
    public PodObserved seen(int pod, Instant at, int poll, int change) {
        int gpus = 1 + pod % GPUS_MAX;
        long nanoDollars = 690_000_000L * gpus + change % 2 * 10_000_000L;
        return new PodObserved(
                account,
                name(pod),
                at,
                PodState.RUNNING,
                Instant.parse("2026-01-01T00:00:00Z"),
                "training-" + pod,
                SKUS[pod % SKUS.length],
                gpus * 1_000L,
                Tier.ON_DEMAND,
                null,
                new HourlyRate(nanoDollars),
                STORAGE,
                STORAGE,
                (pod + poll * 7) % PERCENT,
                Map.of("team", team(pod)));
    }

    public String name(int pod) {
        return "pod-" + Integer.toString(1_000_000 + pod, 36);
    }

    public String team(int pod) {
        return "team-" + pod % teams;
    }

    /** A configuration in which every team owns what bears its label. */
    public String config() {
        return IntStream.range(0, teams)
                .mapToObj(team -> "  - {owner: team-" + team + ", labels: {team: team-" + team + "}}\n")
                .collect(Collectors.joining("", "owners:\n", ""));
    }
}
