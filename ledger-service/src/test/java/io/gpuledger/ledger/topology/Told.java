package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as a test tells them: an account of its own, one partition, one GPU a pod. */
final class Told {

    static final AccountRef MAIN = new AccountRef("runpod", "main");
    static final String SKU = "NVIDIA GeForce RTX 4090";

    private Told() {}

    static PodObserved running(String pod, Instant at, String price) {
        return pod(pod, at, PodState.RUNNING, price, null);
    }

    static PodObserved startedAt(String pod, Instant at, String price, Instant startedAt) {
        return pod(pod, at, PodState.RUNNING, price, startedAt);
    }

    static PodObserved stopped(String pod, Instant at) {
        return pod(pod, at, PodState.STOPPED, null, null);
    }

    static PodObserved pod(
            String pod, Instant at, PodState state, @Nullable String price, @Nullable Instant startedAt) {
        return new PodObserved(
                MAIN,
                pod,
                at,
                state,
                startedAt,
                pod,
                SKU,
                1000,
                Tier.ON_DEMAND,
                null,
                price == null ? null : HourlyRate.ofDollars(price),
                HourlyRate.ofDollars("0.01"),
                HourlyRate.ofDollars("0.02"),
                null,
                Map.of());
    }

    static PollCompleted polled(Instant at, int pods) {
        return new PollCompleted(MAIN, at, pods, 0, 1);
    }

    static PollFailed failed(Instant at) {
        return new PollFailed(MAIN, at, "unavailable", "HTTP 502", 0, 1);
    }

    static AccountObserved balance(Instant at, String dollars) {
        return new AccountObserved(MAIN, at, Money.ofDollars(dollars), null, null);
    }

    static JobRecorded job(String job, String owner, Instant from, Instant until) {
        return job(job, owner, from, until, 1000, "1.89");
    }

    static JobRecorded job(
            String job, String owner, Instant from, Instant until, long milliGpus, String pricePerGpuHour) {
        return new JobRecorded(
                new AccountRef("csv", "trace"),
                job,
                Instant.parse("2026-02-01T00:00:00Z"),
                owner,
                null,
                from,
                until,
                milliGpus,
                "A100",
                Tier.ON_PREM,
                HourlyRate.ofDollars(pricePerGpuHour),
                Map.of(),
                null,
                null);
    }
}
