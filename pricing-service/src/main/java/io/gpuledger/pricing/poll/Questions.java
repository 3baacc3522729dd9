package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Asks a provider what is due, pods and balance at once, and keeps away from what asked to be left alone. */
public final class Questions {

    /** How often prices are asked for, and how patient failures make. */
    public record Pace(Duration pricesEvery, Gate.Patience patience) {}

    private final Question<PodsSeen> pods;
    private final Question<AccountObserved> account;
    private final Question<PricesListed> prices;
    private final Duration pricesEvery;
    private final Executor threads;
    private Instant pricesDue = Instant.MIN;

    /** @param chance numbers from 0 to 1 */
    public Questions(Provider provider, Pace pace, Executor threads, DoubleSupplier chance) {
        this.pods = new Question<>(provider::pods, pace.patience(), chance);
        this.account = new Question<>(provider::account, pace.patience(), chance);
        this.prices = new Question<>(provider::prices, pace.patience(), chance);
        this.pricesEvery = pace.pricesEvery();
        this.threads = threads;
    }

    Answers ask(Instant at) {
        CompletableFuture<FetchOutcome<AccountObserved>> balance =
                CompletableFuture.supplyAsync(() -> account.ask(at), threads);
        FetchOutcome<PodsSeen> seen = pods.ask(at);
        return new Answers(seen, balance.join(), pricesIfDue(at));
    }

    private @Nullable FetchOutcome<PricesListed> pricesIfDue(Instant at) {
        if (at.isBefore(pricesDue)) {
            return null;
        }
        FetchOutcome<PricesListed> listed = prices.ask(at);
        pricesDue = listed.failure() == null ? at.plus(pricesEvery) : pricesDue;
        return listed;
    }
}
