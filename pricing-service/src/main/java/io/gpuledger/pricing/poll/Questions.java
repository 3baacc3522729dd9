package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Asks a provider what is due, pods and balance at once, and keeps away from what asked to be left alone. */
public final class Questions {

    /**
     * How often prices are asked for, and how patient failures make.
     */
    public record Pace(Duration pricesEvery, Gate.Patience patience) {}

    private final Provider provider;
    private final Pace pace;
    private final Executor threads;
    private final DoubleSupplier chance;

    private Gate podsGate = Gate.OPEN;
    private Gate accountGate = Gate.OPEN;
    private Instant pricesDue = Instant.MIN;
    private Failure podsFailure = new Failure.Unavailable("not asked yet", false);

    /** @param chance numbers from 0 to 1 */
    public Questions(Provider provider, Pace pace, Executor threads, DoubleSupplier chance) {
        this.provider = provider;
        this.pace = pace;
        this.threads = threads;
        this.chance = chance;
    }

    Answers ask(Instant at) {
        CompletableFuture<FetchOutcome<AccountObserved>> account =
                inBackground(() -> accountGate.isOpen(at) ? provider.account(at) : notAsked(accountGate));
        boolean askPods = podsGate.isOpen(at);
        FetchOutcome<PodsSeen> pods = askPods ? provider.pods(at) : FetchOutcome.failed(podsFailure);
        var prices = askPods && !at.isBefore(pricesDue) ? provider.prices(at) : null;
        if (askPods) {
            podsGate = gate(podsGate, pods, at);
            podsFailure = Objects.requireNonNullElse(pods.failure(), podsFailure);
        }
        FetchOutcome<AccountObserved> balance = account.join();
        accountGate = accountGate.isOpen(at) ? gate(accountGate, balance, at) : accountGate;
        if (prices instanceof FetchOutcome.Fetched) {
            pricesDue = at.plus(pace.pricesEvery());
        }
        return new Answers(pods, balance, prices);
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    private static <T> FetchOutcome<T> notAsked(Gate gate) {
        return FetchOutcome.failed(new Failure.RateLimited("not asked again before " + gate.opensAt(), Duration.ZERO));
    }

    private Gate gate(Gate before, FetchOutcome<?> outcome, Instant at) {
        return switch (outcome) {
            case FetchOutcome.Fetched<?> fetched -> before.answered(at, fetched.pause());
            case FetchOutcome.Failed<?> failed ->
                before.failed(failed.failure(), at, pace.patience(), chance.getAsDouble());
        };
    }
}
