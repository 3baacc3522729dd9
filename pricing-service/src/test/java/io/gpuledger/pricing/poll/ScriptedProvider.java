package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.PodsSeen.UnreadablePod;
import io.gpuledger.pricing.provider.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provider that answers what the test has it answer, and counts how often it is asked. */
final class ScriptedProvider implements Provider {

    static final AccountRef ACCOUNT = new AccountRef("runpod", "main");

    List<String> pods = List.of("a", "b", "c");
    List<UnreadablePod> unreadable = List.of();

    @Nullable Failure podsFailure;

    @Nullable Failure accountFailure;

    int askedForPods;
    int askedForAccount;
    int askedForPrices;

    @Override
    public FetchOutcome<PodsSeen> pods(Instant at) {
        askedForPods++;
        return podsFailure != null
                ? FetchOutcome.failed(podsFailure)
                : FetchOutcome.fetched(
                        new PodsSeen(pods.stream().map(id -> pod(id, at)).toList(), unreadable));
    }

    @Override
    public FetchOutcome<AccountObserved> account(Instant at) {
        askedForAccount++;
        return accountFailure != null
                ? FetchOutcome.failed(accountFailure)
                : FetchOutcome.fetched(new AccountObserved(ACCOUNT, at, Money.ofDollars("10"), null, null));
    }

    @Override
    public FetchOutcome<PricesListed> prices(Instant at) {
        askedForPrices++;
        var row = new PricesListed.Row("X", "X", Tier.ON_DEMAND, null, HourlyRate.ofDollars("1"), null);
        return FetchOutcome.fetched(
                new PricesListed("runpod", at, Stream.of(row).toList()));
    }

    List<BillLine> bills = List.of();

    @Nullable Range askedForBills;

    @Override
    public FetchOutcome<BillsSeen> bills(Range range, Instant at) {
        askedForBills = range;
        return podsFailure != null
                ? FetchOutcome.failed(podsFailure)
                : FetchOutcome.fetched(new BillsSeen(bills, List.of()));
    }

    @Override
    public FetchOutcome<Deed> act(ActionOrder.Verb verb, String id) {
        return FetchOutcome.fetched(Deed.ALREADY);
    }

    private static PodObserved pod(String id, Instant at) {
        return new PodObserved(
                ACCOUNT,
                id,
                at,
                PodState.RUNNING,
                null,
                id,
                "X",
                1000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars("0.69"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }
}
