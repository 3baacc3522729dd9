package io.gpuledger.pricing.provider;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.action.ActionOrder;
import java.time.Instant;

/** An account at a provider that can be asked. Every answer bears the instant it is asked for. */
public interface Provider {

    FetchOutcome<PodsSeen> pods(Instant at);

    /** A balance the provider does not tell is a failure, never 0. */
    FetchOutcome<AccountObserved> account(Instant at);

    FetchOutcome<PricesListed> prices(Instant at);

    /** What was billed for each pod in each whole hour of a range. */
    FetchOutcome<BillsSeen> bills(Range range, Instant at);

    /**
     * Stops or terminates a pod, or scales an endpoint to zero; once, and what is so already stays so.
     *
     * @param id the provider's own, of letters, digits, - and _
     */
    FetchOutcome<Deed> act(ActionOrder.Verb verb, String id);

    /** From a full hour, inclusive, until another, exclusive. */
    record Range(Instant from, Instant until) {}
}
