package io.gpuledger.bench.load;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One pod of an account of its own whose price goes up and down, and a rule that sees it: every poll but the first makes one
 * crossing, at the poll's instant, because the rule's window has passed at the other price.
 */
public final class Probe {

    public static final String CONFIG = """

            budgets:
              - {name: probe, account: runpod/probe, amount: 720, period: month}
            rules:
              - {name: probe, metric: burn_multiple, windows: [5m], above: 100, severity: page}
            """;

    /** Longer than the rule's window. */
    public static final Duration STEP = Duration.ofMinutes(6);

    private static final HourlyRate LOW = HourlyRate.ofDollars("1");
    private static final HourlyRate HIGH = HourlyRate.ofDollars("900");

    private final Fleet one = new Fleet(new AccountRef("runpod", "probe"), 1, 1);

    /** One poll; even ones are dear. */
    public void tell(Teller teller, int poll, Instant at) {
        teller.poll(one, at, pod -> seen(at, poll % 2 == 0 ? HIGH : LOW));
        teller.flush();
    }

    private PodObserved seen(Instant at, HourlyRate price) {
        return new PodObserved(
                one.account(),
                one.name(0),
                at,
                PodState.RUNNING,
                null,
                "probe",
                null,
                1_000,
                Tier.ON_DEMAND,
                null,
                price,
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }
}
